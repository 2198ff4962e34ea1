package attune.events;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The document and the records say the same, in both directions. */
class AsyncApiIsInStepTests {

    private final AsyncApi api = AsyncApi.document();

    @ParameterizedTest
    @EnumSource
    void everyLogIsAChannelWithTheMessagesOfItsTypes(Log log) {
        JsonNode channel = api.at("/channels/" + log.shortName());
        assertThat(channel.path("address").asString()).isEqualTo(log.topic());
        assertThat(channel.path("messages").propertyNames()).containsExactlyElementsOf(Stream.of(EventType.values())
                .filter(type -> type.log() == log)
                .map(AsyncApiIsInStepTests::messageName)
                .toList());
        channel.path("messages").forEachEntry((name, message) -> assertThat(message.path("$ref").asString())
                .isEqualTo("#/components/messages/" + name));
    }

    @Test
    void thereIsNoOtherChannelAndNoOtherMessage() {
        assertThat(api.at("/channels").propertyNames())
                .containsExactlyElementsOf(Stream.of(Log.values()).map(Log::shortName).toList());
        assertThat(api.at("/components/messages").propertyNames()).containsExactlyElementsOf(
                Stream.of(EventType.values()).map(AsyncApiIsInStepTests::messageName).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeIsAMessageWithItsNameItsKeyItsHeadersAndItsPayload(EventType type) {
        JsonNode message = api.at("/components/messages/" + messageName(type));
        assertThat(message.path("name").asString()).isEqualTo(type.wireName());
        assertThat(message.path("title").asString()).isEqualTo(type.record().getSimpleName());
        assertThat(message.path("summary").asString()).isNotBlank();
        assertThat(message.at("/traits/0/$ref").asString()).isEqualTo("#/components/messageTraits/event");
        assertThat(message.at("/payload/$ref").asString()).isEqualTo(AsyncApi.SCHEMAS + type.record().getSimpleName());
    }

    @Test
    void theKeyIsThePersonAndTheHeadersAreThoseOfTheCodec() {
        JsonNode trait = api.at("/components/messageTraits/event");
        assertThat(trait.at("/bindings/kafka/key/$ref").asString()).isEqualTo(AsyncApi.SCHEMAS + "PersonId");
        assertThat(trait.at("/headers/$ref").asString()).isEqualTo(AsyncApi.SCHEMAS + "Headers");
        JsonNode headers = api.schema("Headers");
        assertThat(headers.path("properties").propertyNames())
                .containsExactlyElementsOf(headerNames(Examples.full(EventType.SUGGESTION_OFFERED)));
        assertThat(texts(headers.path("required")))
                .containsExactlyElementsOf(headerNames(Examples.minimal(EventType.SUGGESTION_OFFERED)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyComponentIsAPropertyOfItsNameInItsPlace(Class<?> record) {
        assertThat(api.schema(record.getSimpleName()).path("properties").propertyNames()).containsExactlyElementsOf(
                Stream.of(record.getRecordComponents()).map(RecordComponent::getName).toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyPropertyIsOfTheTypeOfItsComponent(Class<?> record) {
        assertThat(record.getRecordComponents()).allSatisfy(component -> assertThat(
                form(property(record, component))).isEqualTo(Contract.wireForm(component.getGenericType())));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsRequiredIsWhatAReaderCannotDoWithout(Class<?> record) {
        AnyEvent any = new AnyEvent(new SplittableRandom(3));
        assertThat(texts(api.schema(record.getSimpleName()).path("required"))).containsExactlyElementsOf(
                Stream.of(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !any.canBeMadeWithout(record, name))
                        .toList());
    }

    /** Left out, it is the default; what has none is then not there. */
    @ParameterizedTest
    @MethodSource("records")
    void whatIsWrittenAlwaysButReadWithoutHasADefault(Class<?> record) {
        List<String> required = texts(api.schema(record.getSimpleName()).path("required"));
        assertThat(record.getRecordComponents())
                .allSatisfy(component -> assertThat(hasDefault(property(record, component)))
                        .isEqualTo(!required.contains(component.getName()) && !AnyEvent.isNullable(component)));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void everyChoiceListsItsWireNamesButForTheUnknown(Class<?> choice) {
        assertThat(texts(api.schema(choice.getSimpleName()).path("enum"))).containsExactlyElementsOf(
                Stream.of(choice.getEnumConstants())
                        .map(constant -> ((WireName) constant).wireName())
                        .filter(name -> !name.equals("unknown"))
                        .toList());
    }

    @Test
    void noSchemaIsLeftOver() {
        Set<String> used = new HashSet<>(Set.of("Headers"));
        Stream.of(EventType.values()).forEach(type -> collect(type.record().getSimpleName(), used));
        assertThat(used).containsExactlyInAnyOrderElementsOf(api.schemas().propertyNames());
    }

    @Test
    void noReferenceHasNeighboursThatReadersWouldOverlook() {
        assertThat(api.schemas().findParents("$ref")).allMatch(parent -> parent.size() == 1);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(api.at("").findValuesAsString("$ref"))
                .allSatisfy(ref -> assertThat(api.at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
    }

    static Stream<Class<?>> records() {
        return Stream.of(EventType.values()).flatMap(type -> Contract.recordsIn(type.record())).distinct();
    }

    static Stream<Class<?>> choices() {
        return records().flatMap(record -> Arrays.stream(record.getRecordComponents()))
                .flatMap(component -> Contract.enumsIn(component.getGenericType()))
                .distinct();
    }

    private JsonNode property(Class<?> record, RecordComponent component) {
        return api.schema(record.getSimpleName()).path("properties").path(component.getName());
    }

    /** The form that a schema demands, in the words of {@link Contract#wireForm}. */
    private String form(JsonNode schema) {
        String reference = reference(schema);
        if (reference != null && Contract.isNamed(reference)) {
            return reference;
        }
        if (reference != null) {
            return form(api.schema(reference));
        }
        return switch (schema.path("type").asString()) {
            case "array" -> "list of " + form(schema.path("items"));
            case "object" -> "map to " + form(schema.path("additionalProperties"));
            case String type when schema.has("format") -> type + " " + schema.path("format").asString();
            case String type when schema.path("pattern").asString("").contains("[0-5][0-9]:") -> type + " time";
            case String type -> type;
        };
    }

    private boolean hasDefault(JsonNode schema) {
        String reference = reference(schema);
        return schema.has("default") || (reference != null && hasDefault(api.schema(reference)));
    }

    private static @Nullable String reference(JsonNode schema) {
        JsonNode reference = schema.has("allOf") ? schema.at("/allOf/0/$ref") : schema.path("$ref");
        return reference.isMissingNode() ? null : reference.asString().substring(AsyncApi.SCHEMAS.length());
    }

    private void collect(String name, Set<String> used) {
        if (used.add(name)) {
            api.schema(name).findValuesAsString("$ref")
                    .forEach(reference -> collect(reference.substring(AsyncApi.SCHEMAS.length()), used));
        }
    }

    private static String messageName(EventType type) {
        String name = type.record().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static List<String> headerNames(Envelope<?> envelope) {
        return List.copyOf(new EventCodec().encode(envelope).headers().keySet());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
