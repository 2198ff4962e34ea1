package attune.events;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What was written once is read for ever; a golden file is never edited after a release. */
class OldGoldenFilesAreStillReadTests {

    @ParameterizedTest
    @MethodSource("attune.events.GoldenFile#all")
    void allOfThemWithTheirAttributes(GoldenFile file) {
        Envelope<?> envelope = file.envelope();
        assertThat(envelope.event()).isInstanceOf(file.eventType().record());
        assertThat(envelope.id()).hasToString(file.headers().get("ce_id"));
        assertThat(envelope.person().value()).isEqualTo(file.key());
        assertThat(envelope.occurredAt()).isEqualTo(OffsetDateTime.parse(file.headers().get("ce_time")));
        assertThat(envelope.recordedAt()).isEqualTo(file.headers().get("ce_recordedtime"));
        assertThat(envelope.source()).isEqualTo(file.headers().get("ce_source"));
        assertThat(envelope.traceparent()).isEqualTo(file.headers().get("traceparent"));
        assertThat(envelope.cause() == null ? null : envelope.cause().position().toString())
                .isEqualTo(file.headers().get("ce_causationposition"));
    }

    @ParameterizedTest
    @EnumSource
    void theFullOne(EventType type) {
        assertThat(GoldenFile.of(type, "full").envelope()).isEqualTo(Examples.full(type));
    }

    @ParameterizedTest
    @EnumSource
    void theMinimalOne(EventType type) {
        assertThat(GoldenFile.of(type, "minimal").envelope()).isEqualTo(Examples.minimal(type));
    }

    @ParameterizedTest
    @MethodSource("attune.events.GoldenFile#newer")
    void thoseOfANewerVersionWithEveryChoiceTheyKnowAsUnknown(GoldenFile newer) {
        Envelope<?> envelope = newer.envelope();
        List<WireName> choices = Parts.of(envelope.event(), WireName.class).toList();
        Envelope<?> full = Examples.full(newer.eventType());
        assertThat(choices.stream().map(WireName::wireName).distinct())
                .containsAll(Parts.of(full.event(), WireName.class).findAny().isPresent()
                        ? List.of("unknown")
                        : List.of());
        assertThat(envelope.id()).isEqualTo(full.id());
        assertThat(envelope.occurredAt()).isEqualTo(full.occurredAt());
    }

    @ParameterizedTest
    @MethodSource("attune.events.GoldenFile#newer")
    void thoseOfANewerVersionWithAllTheTextThisVersionKnows(GoldenFile newer) {
        assertThat(Parts.of(newer.envelope().event(), PrivateText.class))
                .containsExactlyElementsOf(
                        Parts.of(Examples.full(newer.eventType()).event(), PrivateText.class).toList());
    }

    @Test
    void anEventOfATypeThatANewerServiceWritesIsUnknownAndNothingWorse() {
        GoldenFile file = GoldenFile.of(EventType.CHECKIN_RECORDED, "full");
        Map<String, String> headers = file.headersWith("ce_type", "shared.received.v1");
        assertThat(file.decode(Log.JOURNAL, headers, file.bytes()))
                .isEqualTo(new DecodedEvent.Unknown("shared.received.v1"));
        assertThat(file.decode(Log.JOURNAL, file.headersWith("ce_type", "checkin.recorded.v2"), file.bytes()))
                .isEqualTo(new DecodedEvent.Unknown("checkin.recorded.v2"));
    }

    @Test
    void noTwoGoldenFilesOfOneKindAreTheSameEvent() {
        assertThat(Stream.of(EventType.values()).flatMap(type -> Stream.of(Examples.full(type), Examples.minimal(type)))
                .map(Envelope::id)).doesNotHaveDuplicates();
    }
}
