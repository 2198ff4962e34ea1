package attune.events;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class AsyncApiDescribesTheGoldenFilesTests {

    private final AsyncApi api = AsyncApi.document();

    @ParameterizedTest
    @MethodSource("attune.events.GoldenFile#written")
    void theirBodies(GoldenFile file) {
        assertThat(api.faults(schema(file), file.value())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("attune.events.GoldenFile#all")
    void theirHeadersAndKeys(GoldenFile file) {
        assertThat(api.faults("Headers", JsonMapper.shared().writeValueAsString(file.headers()))).isEmpty();
        assertThat(api.faults("PersonId", '"' + file.key() + '"')).isEmpty();
    }

    /** Unknown fields are allowed as they are; unknown choices are what readers must bear. */
    @ParameterizedTest
    @MethodSource("attune.events.GoldenFile#newer")
    void theBodiesOfANewerVersionForReadersWhoBearUnknownChoices(GoldenFile file) {
        assertThat(api.faultsForReaders(schema(file), file.value())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("attune.events.GoldenFile#newer")
    void andWhereThereAreUnknownChoicesItSaysSo(GoldenFile file) {
        boolean choices = Parts.of(file.envelope().event(), WireName.class).findAny().isPresent();
        assertThat(api.faults(schema(file), file.value()).isEmpty()).isNotEqualTo(choices);
    }

    @ParameterizedTest
    @MethodSource("attune.events.GoldenFile#ours")
    void bodiesWithoutWhatIsRequiredOrOfAnotherTypeAreFound(GoldenFile file) {
        JsonNode required = api.schema(schema(file)).path("required");
        assertThat(required.valueStream().map(JsonNode::asString)).allSatisfy(name -> {
            ObjectNode without = (ObjectNode) file.json();
            without.remove(name);
            assertThat(api.faults(schema(file), without.toString())).isNotEmpty();
        });
        assertThat(file.json().propertyNames()).allSatisfy(name -> {
            ObjectNode other = (ObjectNode) file.json();
            other.put(name, 1.5);
            assertThat(api.faults(schema(file), other.toString())).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"ce_specversion, 0.3", "ce_id, 1", "ce_type, CheckIn", "ce_source, ''", "ce_subject, a/b",
            "ce_time, 2026-11-23T21:04+01:00", "ce_recordedtime, 2026-11-23T21:04:00+01:00",
            "ce_causationposition, journal@1"})
    void headersThatAreGarbledAreFound(String name, String value) {
        GoldenFile file = GoldenFile.of(EventType.SUGGESTION_OFFERED, "full");
        assertThat(api.faults("Headers", JsonMapper.shared().writeValueAsString(file.headersWith(name, value))))
                .isNotEmpty();
    }

    @Test
    void halfACauseIsFound() {
        GoldenFile file = GoldenFile.of(EventType.SUGGESTION_OFFERED, "full");
        assertThat(Stream.of("ce_causationid", "ce_causationposition")).allSatisfy(name -> assertThat(
                api.faults("Headers", JsonMapper.shared().writeValueAsString(file.headersWithout(name)))).isNotEmpty());
    }

    private static String schema(GoldenFile file) {
        return file.eventType().record().getSimpleName();
    }
}
