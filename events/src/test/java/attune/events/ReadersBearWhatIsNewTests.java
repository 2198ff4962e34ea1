package attune.events;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import attune.events.DecodedEvent.Decoded;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictOpened;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Jackson's defaults that would hurt a log, one by one, and what the codec does instead. */
class ReadersBearWhatIsNewTests {

    private static final String ID = "019ab1f0-6a00-7c3e-9d21-5f0e8b7a1c01";

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"energy\":null,\"safety\":null,\"note\":null,\"words\":null,\"audience\":null"})
    void whatIsOptionalMayBeMissingOrNull(String rest) {
        assertThat(checkIn("{\"checkIn\":\"" + ID + "\",\"about\":\"self\",\"mood\":3" + rest + "}"))
                .isEqualTo(new CheckInRecorded(CheckInId.of(ID), About.SELF, 3, null, null, null, List.of(), null,
                        List.of(), null));
    }

    @Test
    void aYesOrNoThatIsMissingIsNo() {
        Event event = read(EventType.CONFLICT_OPENED, "{\"conflict\":\"" + ID + "\",\"about\":\"self\"}");
        assertThat(((ConflictOpened) event).stillGoingOn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"neighbour", "PARTNER", "UNKNOWN", "unknown", "Partner", "''", "1"})
    void aChoiceThatIsNotKnownIsUnknown(String choice) {
        assertThat(((CheckInRecorded) checkIn("{\"checkIn\":\"" + ID + "\",\"about\":\"" + choice + "\",\"mood\":3}"))
                .about()).isEqualTo(About.UNKNOWN);
    }

    @Test
    void theOrderOfFieldsDoesNotMatter() {
        assertThat(checkIn("{\"mood\":3,\"words\":[\"calm\"],\"about\":\"self\",\"checkIn\":\"" + ID + "\"}"))
                .isEqualTo(checkIn("{\"checkIn\":\"" + ID + "\",\"about\":\"self\",\"words\":[\"calm\"],\"mood\":3}"));
    }

    @Test
    void anEmptyTextIsATextAndNotNothing() {
        assertThat(
                ((CheckInRecorded) checkIn("{\"checkIn\":\"" + ID + "\",\"about\":\"self\",\"mood\":3,\"note\":\"\"}"))
                        .note())
                .isEqualTo(PrivateText.of(""));
    }

    @Test
    void anUnknownFieldMayHoldWhateverItLikes() {
        assertThat(checkIn("{\"new\":{\"a\":[1,{\"b\":\"" + "x".repeat(100_000) + "\"}],\"c\":" + "[".repeat(400)
                + "]".repeat(400) + "},\"checkIn\":\"" + ID + "\",\"about\":\"self\",\"mood\":3}"))
                .isInstanceOf(CheckInRecorded.class);
    }

    @ParameterizedTest
    @EnumSource
    void theWireNameIsWhatIsWrittenAndReadForEveryChoice(EventType type) {
        Contract.recordsIn(type.record()).flatMap(record -> Stream.of(record.getRecordComponents()))
                .map(RecordComponent::getGenericType)
                .flatMap(Contract::enumsIn)
                .distinct()
                .forEach(ReadersBearWhatIsNewTests::assertSpelling);
    }

    private static void assertSpelling(Class<?> choices) {
        assertThat(choices.getEnumConstants()).allSatisfy(choice -> {
            String written = BodyMapper.create().writeValueAsString(choice);
            assertThat(written).isEqualTo("\"" + ((WireName) choice).wireName() + "\"");
            assertThat((Object) BodyMapper.create().readValue(written, choices)).isEqualTo(choice);
        });
    }

    @Test
    void nobodyCanAskForTheUnknownChoiceByName() {
        assertThat(WireName.parse(About.class, "partner")).contains(About.PARTNER);
        assertThat(WireName.parse(About.class, "unknown")).isEmpty();
        assertThat(WireName.parse(About.class, "PARTNER")).isEmpty();
    }

    private static Event checkIn(String body) {
        return read(EventType.CHECKIN_RECORDED, body);
    }

    private static Event read(EventType type, String body) {
        GoldenFile file = GoldenFile.of(type, "full");
        DecodedEvent decoded = file.decode(type.log(), file.headers(), body.getBytes(UTF_8));
        assertThat(decoded).isInstanceOf(Decoded.class);
        return ((Decoded) decoded).envelope().event();
    }
}
