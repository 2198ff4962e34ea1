package attune.events;

import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import attune.events.DecodedEvent.Decoded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What would stand in a log line if somebody logged one of these records by mistake. */
class PrivateTextStaysPrivateTests {

    private static final String MARK = "nobody-may-see-this-";

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @EnumSource
    void noRecordSaysWhatAPersonWroteOrWhoTheyAre(EventType type) {
        AnyEvent any = new AnyEvent(new SplittableRandom(7), MARK);
        assertThat(Stream.generate(() -> any.envelope(type)).limit(100)).allSatisfy(envelope -> {
            EncodedEvent encoded = codec.encode(envelope);
            assertThat(new String(encoded.key(), UTF_8)).as("the mark is there").contains(MARK);
            assertThat(Stream.of(envelope.event(), envelope, encoded, codec.decode(type.log(), encoded.key(),
                    encoded.headers()::get, encoded.value())).map(Object::toString)).noneMatch(this::showsTheMark);
        });
    }

    @ParameterizedTest
    @EnumSource
    void noReasonForRefusingARecordSaysIt(EventType type) {
        Envelope<Event> envelope = new AnyEvent(new SplittableRandom(8), MARK).envelope(type);
        EncodedEvent encoded = codec.encode(envelope);
        byte[] broken = (MARK + new String(encoded.value(), UTF_8)).getBytes(UTF_8);
        DecodedEvent malformed = codec.decode(type.log(), encoded.key(), encoded.headers()::get, broken);
        assertThat(malformed).isInstanceOf(DecodedEvent.Malformed.class);
        assertThat(malformed.toString()).doesNotContain(MARK);
    }

    @Test
    void theTextSaysNoMoreThanItsLength() {
        assertThat(PrivateText.of(MARK)).hasToString("PrivateText[20 characters]");
        assertThat(PersonId.of(MARK)).hasToString("PersonId[...]");
    }

    @Test
    void noErrorRepeatsWhatCouldNotBeRead() {
        assertThatThrownBy(() -> PersonId.of(MARK + "@")).hasMessageNotContaining(MARK);
        assertThatThrownBy(() -> Position.parse(MARK)).hasMessageNotContaining(MARK);
        assertThatThrownBy(() -> EventId.of(MARK)).hasMessageNotContaining(MARK);
        assertThatThrownBy(() -> EventId.of(MARK + "xxxxxxxxxxxxxxxx")).hasMessageNotContaining(MARK);
        assertThatThrownBy(() -> Log.ofTopic("attune." + MARK)).hasMessageNotContaining(MARK);
    }

    @Test
    void theTextItselfIsWhereItBelongs() {
        Event event = Examples.full(EventType.CHECKIN_RECORDED).event();
        assertThat(new String(codec.body(event), UTF_8)).contains("He said \\\"later\\\" again.");
        assertThat(new Decoded(Examples.full(EventType.CHECKIN_RECORDED)).toString()).contains("PrivateText[");
    }

    private boolean showsTheMark(String text) {
        return text.contains(MARK) || text.contains(MARK.substring(0, 12));
    }
}
