package attune.checkin;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import attune.checkin.checkins.CheckInDocument;
import attune.checkin.conflicts.ConflictDocument;
import attune.checkin.people.ConsentsDocument;
import attune.checkin.people.PreferencesDocument;
import attune.eventlog.records.Recorded;
import attune.events.JournalEvent;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.JournalEvent.MeasureAnswered;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.PersonId;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryFoldTests {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void makesTheSameDocumentsHoweverPeopleAreMixed(long seed) {
        Journal journal = new Journal(seed);
        List<List<Recorded<JournalEvent>>> events = journal.ofEachPerson(150);

        FoldedDocuments once = FoldedDocuments.of(journal.mixed(events));
        FoldedDocuments again = FoldedDocuments.of(journal.mixed(events));

        assertThat(again.states()).isEqualTo(once.states());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void letsTheFirstInTheLogWin(long seed) {
        Journal journal = new Journal(seed);
        List<Recorded<JournalEvent>> events = journal.mixed(journal.ofEachPerson(150));

        FoldedDocuments folded = FoldedDocuments.of(events);

        Map<String, JournalEvent> first = new LinkedHashMap<>();
        Set<String> entries = new HashSet<>();
        for (Recorded<JournalEvent> event : events) {
            String person = event.person().value() + "/";
            switch (event.event()) {
                case CheckInRecorded checkIn -> first.putIfAbsent("check-in " + person + checkIn.checkIn(), checkIn);
                case ConflictOpened conflict -> first.putIfAbsent(person + conflict.conflict(), conflict);
                case ConflictEntryAdded entry -> {
                    if (first.containsKey(person + entry.conflict())
                            && entries.add(person + entry.conflict() + "/" + entry.entry())) {
                        first.put("entry " + person + entry.conflict() + "/" + entry.entry(), entry);
                    }
                }
                case MeasureAnswered _ -> {
                }
                case ConsentsChanged consents -> first.put("consents " + event.person().value(), consents);
                case PreferencesChanged preferences -> first.put("preferences " + event.person().value(), preferences);
            }
        }
        assertThat(told(folded)).containsExactlyInAnyOrderElementsOf(first.values());
    }

    private static List<JournalEvent> told(FoldedDocuments folded) {
        return folded.states().values().stream().<JournalEvent>mapMulti((state, all) -> {
            switch (state) {
                case CheckInDocument checkIn when checkIn.said() != null -> all.accept(checkIn.said());
                case ConflictDocument conflict when conflict.said() != null -> {
                    all.accept(conflict.said());
                    conflict.entries().forEach(entry -> all.accept(entry.said()));
                }
                case ConsentsDocument consents when consents.said() != null -> all.accept(consents.said());
                case PreferencesDocument preferences when preferences.said() != null -> all.accept(preferences.said());
                default -> {
                    // directories and pages tell nothing, and a document may wait for its conflict
                }
            }
        }).toList();
    }

    @Test
    void keepsEverybodysDocumentsApart() {
        Journal journal = new Journal(21);

        FoldedDocuments folded = FoldedDocuments.of(journal.mixed(journal.ofEachPerson(100)));

        assertThat(folded.states().keySet()).allMatch(key -> Journal.PEOPLE.stream()
                .map(PersonId::value)
                .anyMatch(person -> key.id().equals(person) || key.id().startsWith(person + "/")));
    }

    @Test
    void keepsOnlyDocumentsThatItNames() {
        Journal journal = new Journal(22);

        FoldedDocuments folded = FoldedDocuments.of(journal.mixed(journal.ofEachPerson(100)));

        assertThat(folded.states().keySet()).allMatch(key -> new HistoryFold().documents().contains(key.kind()));
    }
}
