package attune.events;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules for what a component of an event may be; a new event has to keep them. */
class ComponentsOfEventsTests {

    private static final Set<String> NAMES_OF_FREE_TEXT = Set.of("note", "text", "draft", "whatHappened", "title",
            "body",
            "why", "topic", "address", "words", "steps", "message", "comment", "wording", "sentence", "displayName",
            "phone");

    /** Names that Attune or a standard gives. What a person typed does not belong here. */
    private static final Set<String> NAMES_OF_PLAIN_TEXT = Set.of("rule", "ruleVersion", "card", "evidence", "reason",
            "inputs", "provider", "zone", "locale", "rules", "language", "measure", "version", "item", "name", "field",
            "reasons", "cards", "family");

    @ParameterizedTest
    @EnumSource
    void freeTextIsPrivateText(EventType type) {
        assertThat(components(type).filter(component -> NAMES_OF_FREE_TEXT.contains(component.getName())))
                .allSatisfy(component -> assertThat(component.getGenericType().getTypeName())
                        .isIn("attune.events.PrivateText", "java.util.List<attune.events.PrivateText>"));
    }

    /** A new String is either a PrivateText or a decision to be made here. */
    @ParameterizedTest
    @EnumSource
    void plainTextIsWhatWasLookedAtAndFoundHarmless(EventType type) {
        assertThat(components(type).filter(component -> Contract.involves(component.getGenericType(), String.class))
                .map(RecordComponent::getName)).isSubsetOf(NAMES_OF_PLAIN_TEXT);
    }

    /** A primitive would make every event from before it existed unreadable. */
    @ParameterizedTest
    @EnumSource
    void nothingIsPrimitive(EventType type) {
        assertThat(components(type).filter(component -> component.getType().isPrimitive())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void choicesHaveWireNamesOfTheirOwnAndOneForTheUnknown(EventType type) {
        assertThat(components(type).map(RecordComponent::getGenericType).flatMap(Contract::enumsIn).distinct())
                .allSatisfy(choice -> {
                    assertThat(choice).isAssignableTo(WireName.class);
                    assertThat(choice.getField("UNKNOWN").isAnnotationPresent(JsonEnumDefaultValue.class)).isTrue();
                    assertThat(Stream.of(choice.getEnumConstants()).map(each -> ((WireName) each).wireName()))
                            .doesNotHaveDuplicates()
                            .allMatch(name -> name.matches("[a-z]+[0-9]?(-[a-z]+)*"));
                });
    }

    private static Stream<RecordComponent> components(EventType type) {
        return Contract.recordsIn(type.record()).flatMap(record -> Stream.of(record.getRecordComponents()));
    }
}
