package attune.events;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.DecodedEvent.Decoded;
import attune.events.JournalEvent.CheckInRecorded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RoundTripTests {

    private static final int EVENTS_OF_A_TYPE = 300;

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsRead(EventType type) {
        AnyEvent any = new AnyEvent(new SplittableRandom(20261123));
        assertThat(Stream.generate(() -> any.envelope(type)).limit(EVENTS_OF_A_TYPE))
                .allSatisfy(envelope -> assertThat(read(envelope)).isEqualTo(envelope));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadIsWrittenWithTheSameBytes(EventType type) {
        AnyEvent any = new AnyEvent(new SplittableRandom(42));
        assertThat(Stream.generate(() -> any.envelope(type)).limit(EVENTS_OF_A_TYPE)).allSatisfy(
                envelope -> assertThat(codec.encode(read(envelope)).value()).isEqualTo(codec.encode(envelope).value()));
    }

    @ParameterizedTest
    @CsvSource({
            "2026-11-23T21:04:00+01:00, 2026-11-23T21:04:00+01:00",
            "2026-11-23T21:04:00.5+05:45, 2026-11-23T21:04:00.5+05:45",
            "2026-11-23T21:04:05.123456789-09:30, 2026-11-23T21:04:05.123-09:30",
            "2026-11-23T21:04:00Z, 2026-11-23T21:04:00Z",
            "0000-01-01T00:00:00+18:00, 0000-01-01T00:00:00+18:00",
            "1890-05-01T12:00:00+00:53:28, 1890-05-01T11:59:32+00:53"})
    void theTimeItHappenedKeepsItsOffsetInTheFormOfRfc3339(OffsetDateTime occurredAt, String written) {
        Envelope<Event> envelope = at(occurredAt, Examples.RECORDED);
        assertThat(header(envelope, "ce_time")).isEqualTo(written);
        assertThat(read(envelope).occurredAt()).isEqualTo(written)
                .hasToString(OffsetDateTime.parse(written).toString());
    }

    @Test
    void bothTimesAreKept() {
        Envelope<?> read = read(
                at(Examples.EVENING_IN_BERLIN, Examples.EVENING_IN_BERLIN.toInstant().plus(Duration.ofDays(3))));
        assertThat(read.occurredAt()).hasToString("2026-11-23T21:04+01:00");
        assertThat(read.recordedAt()).isEqualTo("2026-11-26T20:04:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:00Z", "-0001-12-31T23:59:59Z", "+999999999-12-31T23:59:59-18:00",
            "-999999999-01-01T00:00:00+18:00"})
    void aTimeThatCannotBeWrittenIsRefusedBeforeItIsOnALog(OffsetDateTime time) {
        assertThatThrownBy(() -> at(time, Examples.RECORDED)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> at(Examples.EVENING_IN_BERLIN, time.toInstant()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twinsHaveTheSameIdWhenTheyAreAppendedTwice() {
        Envelope<Event> first = Examples.full(EventType.SUGGESTION_OFFERED);
        Envelope<Event> twin = first.withRecordedAt(first.recordedAt().plusSeconds(90)).withTraceparent(null);
        assertThat(read(twin).id()).isEqualTo(read(first).id()).isEqualTo(first.id());
        assertThat(read(twin).recordedAt()).isAfter(read(first).recordedAt());
        assertThat(codec.encode(twin).value()).isEqualTo(codec.encode(first).value());
    }

    @Test
    void theInputsOfASuggestionHaveOneOrderHoweverTheyWereGathered() {
        SuggestionOffered offered = (SuggestionOffered) Examples.full(EventType.SUGGESTION_OFFERED).event();
        List<String> names = IntStream.range(0, 50).mapToObj(i -> "input-" + i * 7919 % 101).toList();
        assertThat(Stream.of(names, names.reversed(), names.stream().sorted().toList())
                .map(order -> new String(codec.body(withInputs(offered, order)), UTF_8))
                .distinct()).hasSize(1);
        assertThat(withInputs(offered, names).inputs().keySet().stream()).isSubsetOf(names).isSorted();
    }

    @Test
    void halfOfASurrogatePairBecomesACharacterThatCanBeWritten() {
        assertThat(PrivateText.of("a\uD800b\uDC00\uD83D\uDE00\uD83D").value()).isEqualTo("a\uFFFDb\uFFFD😀\uFFFD");
        assertThat(PrivateText.of("plain ä 😀").value()).isEqualTo("plain ä 😀");
    }

    @Test
    void aMegabyteOfTextComesBack() {
        CheckInRecorded checkIn = new CheckInRecorded(CheckInId.of("019ab1f0-6a00-7c3e-9d21-5f0e8b7a1c01"), About.SELF,
                1,
                null, null, null, List.of(), PrivateText.of("ä".repeat(1_000_000)), List.of(), null);
        assertThat(read(Examples.envelope(checkIn)).event()).isEqualTo(checkIn);
    }

    @Test
    void listsAndMapsOfAnEventCannotBeChanged() {
        SuggestionOffered offered = (SuggestionOffered) read(Examples.full(EventType.SUGGESTION_OFFERED)).event();
        assertThatThrownBy(() -> offered.inputs().put("more", "x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> offered.steps().add(PrivateText.of("x")))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private Envelope<?> read(Envelope<?> envelope) {
        EncodedEvent encoded = codec.encode(envelope);
        Log log = EventType.of(envelope.event()).log();
        DecodedEvent decoded = codec.decode(log, encoded.key(), encoded.headers()::get, encoded.value());
        assertThat(decoded).isInstanceOf(Decoded.class);
        return ((Decoded) decoded).envelope();
    }

    private String header(Envelope<?> envelope, String name) {
        return new String(codec.encode(envelope).headers().getOrDefault(name, new byte[0]), UTF_8);
    }

    private static Envelope<Event> at(OffsetDateTime occurredAt, Instant recordedAt) {
        Envelope<Event> some = Examples.full(EventType.CHECKIN_RECORDED);
        return new Envelope<>(some.id(), some.person(), occurredAt, recordedAt, some.source(), null, null,
                some.event());
    }

    private static SuggestionOffered withInputs(SuggestionOffered some, List<String> names) {
        Map<String, String> inputs = names.stream()
                .collect(Collectors.toMap(name -> name, name -> "x", (a, _) -> a, LinkedHashMap::new));
        return new SuggestionOffered(some.suggestion(), some.rule(), some.ruleVersion(), some.card(), some.title(),
                some.body(), some.steps(), some.why(), some.evidence(), some.minutes(), some.about(), some.offeredAt(),
                some.expiresAt(), inputs, some.withheld(), some.audience());
    }
}
