package attune.events;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class EveryEventHasAGoldenFileTests {

    @ParameterizedTest
    @EnumSource
    void inFullInLeastAndOfANewerVersion(EventType type) {
        assertThat(GoldenFile.all().filter(file -> file.type().equals(type.wireName())).map(GoldenFile::name))
                .contains("full", "minimal", "newer");
    }

    @Test
    void andNoGoldenFileIsOfATypeThatIsNotRegistered() {
        assertThat(GoldenFile.folders())
                .containsExactlyInAnyOrderElementsOf(Stream.of(EventType.values()).map(EventType::wireName).toList());
    }

    @Test
    void everyRecordOfTheThreeLogsIsRegisteredExactlyOnce() {
        List<Class<?>> events = Stream.of(JournalEvent.class, CoachingEvent.class, DeliveryEvent.class)
                .<Class<?>>flatMap(log -> Arrays.stream(log.getPermittedSubclasses()))
                .toList();
        assertThat(Stream.of(EventType.values()).map(EventType::record)).containsExactlyInAnyOrderElementsOf(
                events.stream().<Class<? extends Event>>map(event -> event.asSubclass(Event.class)).toList());
    }

    @ParameterizedTest
    @EnumSource
    void theFullOneLeavesNothingOut(EventType type) {
        assertThat(GoldenFile.of(type, "full").json().propertyNames())
                .containsExactlyElementsOf(Stream.of(type.record().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }
}
