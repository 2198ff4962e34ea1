package attune.events;

import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class WritingGivesTheGoldenBytesTests {

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @EnumSource
    void ofTheFullOne(EventType type) {
        assertWritten(Examples.full(type), GoldenFile.of(type, "full"));
    }

    @ParameterizedTest
    @EnumSource
    void ofTheMinimalOne(EventType type) {
        assertWritten(Examples.minimal(type), GoldenFile.of(type, "minimal"));
    }

    @ParameterizedTest
    @MethodSource("attune.events.GoldenFile#ours")
    void ofWhatWasReadFromThem(GoldenFile file) {
        assertWritten(file.envelope(), file);
    }

    @ParameterizedTest
    @EnumSource
    void theBodyForComparingIsTheBodyOnTheLog(EventType type) {
        assertThat(codec.body(Examples.full(type).event())).isEqualTo(codec.encode(Examples.full(type)).value());
    }

    @Test
    void theAttributesAlwaysStandInTheSameOrder() {
        assertThat(codec.encode(Examples.full(EventType.NOTIFICATION_HELD)).headers().keySet())
                .containsExactly("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time",
                        "ce_recordedtime", "ce_dataschema", "content-type", "ce_causationid", "ce_causationposition",
                        "traceparent");
    }

    private void assertWritten(Envelope<?> envelope, GoldenFile file) {
        EncodedEvent encoded = codec.encode(envelope);
        assertThat(new String(encoded.value(), UTF_8)).isEqualTo(file.value());
        assertThat(encoded.value()).isEqualTo(file.bytes());
        assertThat(new String(encoded.key(), UTF_8)).isEqualTo(file.key());
        assertThat(encoded.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> new String(header.getValue(), UTF_8))))
                .isEqualTo(file.headers());
    }
}
