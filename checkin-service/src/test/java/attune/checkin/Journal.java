package attune.checkin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import attune.eventlog.records.Recorded;
import attune.events.About;
import attune.events.CheckInId;
import attune.events.ConflictId;
import attune.events.EntryId;
import attune.events.EntryKind;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.JournalEvent;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.CoachConsent;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.JournalEvent.MeasureAnswered;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.Log;
import attune.events.PersonId;
import attune.events.Position;
import attune.events.PrivateText;
import attune.events.Scope;

/** Random journals of few people and few ids, so that ids come again, with the same content and with another. */
final class Journal {

    static final List<PersonId> PEOPLE = List.of(PersonId.of("client-1"), PersonId.of("client-2"),
            PersonId.of("client-3"));

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;
    private final long[] offsets = new long[PEOPLE.size()];
    private final List<EventId> ids = new ArrayList<>();

    Journal(long seed) {
        this.random = new Random(seed);
    }

    /** Each person's events, in the order of their own partition. */
    List<List<Recorded<JournalEvent>>> ofEachPerson(int events) {
        List<List<Recorded<JournalEvent>>> all = new ArrayList<>();
        for (int person = 0; person < PEOPLE.size(); person++) {
            List<Recorded<JournalEvent>> own = new ArrayList<>();
            for (int i = 0; i < events; i++) {
                own.add(next(person));
            }
            all.add(own);
        }
        return all;
    }

    private Recorded<JournalEvent> next(int person) {
        offsets[person] += 1 + random.nextInt(3_000);
        PersonId who = PEOPLE.get(person);
        JournalEvent event = event();
        OffsetDateTime occurredAt = BEGINNING.plusSeconds(random.nextInt(90 * 86_400))
                .atOffset(ZoneOffset.ofHours(random.nextInt(25) - 12));
        return new Recorded<>(new Position(Log.JOURNAL, person, offsets[person]), new Envelope<>(id(who, event), who,
                occurredAt, BEGINNING.plusSeconds(offsets[person]), "checkin-service", null, null, event));
    }

    private JournalEvent event() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> new CheckInRecorded(CheckInId.of(uuid(6)), About.SELF, 1 + random.nextInt(5), null, null,
                    null, List.of(), null, List.of(), null);
            case 3 -> new ConflictOpened(ConflictId.of(uuid(4)), About.PARTNER, PrivateText.of("t" + random.nextInt(3)),
                    null, null, false, null, List.of(), null, List.of(), null);
            case 4, 5 -> new ConflictEntryAdded(ConflictId.of(uuid(5)), EntryId.of(uuid(4)), EntryKind.NOTE, null,
                    null, null, null, PrivateText.of("n" + random.nextInt(3)), null);
            case 6 -> new ConsentsChanged(List.of(new CoachConsent(PersonId.of("coach-" + random.nextInt(3)),
                    List.of(Scope.PULSE))));
            default -> new PreferencesChanged("Europe/Berlin", "l" + random.nextInt(3), null, null);
        };
    }

    private String uuid(int different) {
        return new UUID(7L << 12, Long.MIN_VALUE + random.nextInt(different)).toString();
    }

    private EventId id(PersonId who, JournalEvent event) {
        EventType type = EventType.of(event);
        return switch (event) {
            case CheckInRecorded checkIn -> EventId.about(who, type, checkIn.checkIn().toString());
            case ConflictOpened conflict -> EventId.about(who, type, conflict.conflict().toString());
            case ConflictEntryAdded entry -> EventId.about(who, type, entry.conflict().toString(),
                    entry.entry().toString());
            case MeasureAnswered answered ->
                EventId.about(who, type, answered.measure(), answered.answers().toString());
            case ConsentsChanged _,PreferencesChanged _ -> {
                ids.add(EventId.random(BEGINNING));
                yield ids.getLast();
            }
        };
    }

    /** One order of all events that keeps each person's own. */
    List<Recorded<JournalEvent>> mixed(List<List<Recorded<JournalEvent>>> ofEachPerson) {
        List<List<Recorded<JournalEvent>>> rest = new ArrayList<>();
        ofEachPerson.forEach(own -> rest.add(new ArrayList<>(own)));
        List<Recorded<JournalEvent>> mixed = new ArrayList<>();
        while (!rest.isEmpty()) {
            List<Recorded<JournalEvent>> one = rest.get(random.nextInt(rest.size()));
            mixed.add(one.removeFirst());
            rest.removeIf(List::isEmpty);
        }
        return mixed;
    }
}
