package attune.notification.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Folded;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.ConflictId;
import attune.events.DeliveryEvent.NotificationWithdrawn;
import attune.events.DeliveryEvent.ReminderDropped;
import attune.events.DeliveryEvent.ReminderSet;
import attune.events.EntryKind;
import attune.events.EventId;
import attune.events.JournalEvent;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.ReminderTime;
import attune.events.PersonId;
import attune.events.Reason;
import attune.events.ReminderKind;
import attune.events.Subject;
import attune.events.SubjectKind;

/**
 * What a person does and wants that reminders go by. Document id: the person. Each change sets the timers anew that
 * follow from it.
 *
 * @param zone as they said it
 * @param wish when they want to be reminded to check in; null means never
 * @param pausedUntil they are not reminded to check in before then
 * @param lastCheckIn when they last checked in, by their own clock
 * @param conflicts that are open and that they have not come back to, oldest first
 */
public record Rhythm(@Nullable String zone, @Nullable ReminderTime wish, @Nullable Instant pausedUntil,
        @Nullable Instant lastCheckIn, List<OpenConflict> conflicts) {

    public static final DocumentKind<Rhythm> DOCUMENT = new DocumentKind<>("rhythms", Rhythm.class,
            new Rhythm(null, null, null, null, List.of()));

    /** Early in the evening of the next day: late enough to have slept on it, early enough to talk. */
    static final LocalTime FOLLOW_UP_FROM = LocalTime.of(18, 0);
    private static final int FOLLOW_UP_MINUTES = 90;

    private static final int MOST_CONFLICTS = 20;

    public Rhythm {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * A conflict that nobody has come back to.
     *
     * @param happened when, by the person's own clock
     * @param set the event that set its timer
     */
    public record OpenConflict(ConflictId conflict, Instant happened, EventId set) {}

    /** What an event changes here, and the timers that follow. */
    public static List<Update<?>> updates(Recorded<JournalEvent> recorded) {
        return switch (recorded.event()) {
            case PreferencesChanged said -> update(recorded, before -> before.prefers(recorded, said));
            case CheckInRecorded _ -> update(recorded, before -> before.checkedIn(recorded));
            case ConflictOpened opened -> update(recorded, before -> before.opened(recorded, opened.conflict(),
                    recorded.occurredAt().toInstant()));
            case ConflictEntryAdded entry -> update(recorded, before -> before.entry(recorded, entry));
            default -> List.of();
        };
    }

    private static List<Update<?>> update(Recorded<?> recorded, Function<Rhythm, Folded<Rhythm>> change) {
        return List.of(Update.deciding(DOCUMENT, recorded.person().value(), change));
    }

    Optional<ZoneId> knownZone() {
        return Slots.zone(zone);
    }

    /** The times of the wish, if there is one and the zone is known. */
    Optional<Slots> slots() {
        ReminderTime wanted = wish;
        return wanted == null ? Optional.empty() : knownZone().map(known -> Slots.of(wanted, known));
    }

    boolean isOpen(@Nullable Subject subject) {
        return subject != null && conflicts.stream().anyMatch(one -> one.conflict().value().equals(subject.id()));
    }

    private Folded<Rhythm> prefers(Recorded<?> recorded, PreferencesChanged said) {
        Rhythm after = new Rhythm(said.zone(), said.reminder(), said.pausedUntil(), lastCheckIn, conflicts);
        boolean moved = !Objects.equals(zone, after.zone);
        boolean rescheduled = moved || !Objects.equals(wish, after.wish)
                || !Objects.equals(pausedUntil, after.pausedUntil);
        List<Decision> decisions = new ArrayList<>();
        if (rescheduled && after.slots().isPresent()) {
            decisions.add(after.nextCheckIn(recorded.recordedAt()));
        } else if (rescheduled && slots().isPresent()) {
            decisions.add(new Decision("check-in", new ReminderDropped(ReminderKind.CHECK_IN, null,
                    after.wish == null ? Reason.SWITCHED_OFF : Reason.UNKNOWN_ZONE)));
        }
        return moved ? after.resetFollowUps(recorded, decisions) : new Folded<>(after, decisions);
    }

    /** A person who travels is followed up by the clock where they are. */
    private Folded<Rhythm> resetFollowUps(Recorded<?> recorded, List<Decision> decisions) {
        List<OpenConflict> open = new ArrayList<>();
        for (OpenConflict one : conflicts) {
            Decision decision = followUp(recorded, one.conflict(), one.happened());
            if (decision != null) {
                decisions.add(decision);
                open.add(new OpenConflict(one.conflict(), one.happened(),
                        EventId.derivedFrom(recorded.id(), decision.rule())));
            } else {
                open.add(one);
            }
        }
        return new Folded<>(new Rhythm(zone, wish, pausedUntil, lastCheckIn, open), decisions);
    }

    private Folded<Rhythm> checkedIn(Recorded<?> recorded) {
        Instant happened = recorded.occurredAt().toInstant();
        Instant last = lastCheckIn == null || happened.isAfter(lastCheckIn) ? happened : lastCheckIn;
        Rhythm after = new Rhythm(zone, wish, pausedUntil, last, conflicts);
        return new Folded<>(after, after.slots().isEmpty()
                ? List.of()
                : List.of(after.nextCheckIn(recorded.recordedAt())));
    }

    private Decision nextCheckIn(Instant now) {
        return new Decision("check-in", new ReminderSet(ReminderKind.CHECK_IN, null,
                nextCheckIn(slots().orElseThrow(), now), 0));
    }

    /** The first time from now on that is on a day without a check-in, and not in a pause. */
    Instant nextCheckIn(Slots slots, Instant now) {
        Instant begin = pausedUntil != null && pausedUntil.isAfter(now) ? pausedUntil.minusNanos(1) : now;
        Instant next = slots.after(begin);
        return lastCheckIn != null && !slots.day(next).isAfter(slots.day(lastCheckIn))
                ? slots.afterDayOf(lastCheckIn)
                : next;
    }

    private Folded<Rhythm> opened(Recorded<?> recorded, ConflictId conflict, Instant happened) {
        List<OpenConflict> open = new ArrayList<>(without(conflict));
        Decision decision = followUp(recorded, conflict, happened);
        open.add(new OpenConflict(conflict, happened,
                EventId.derivedFrom(recorded.id(), decision == null ? "none" : decision.rule())));
        return new Folded<>(with(open.subList(Math.max(0, open.size() - MOST_CONFLICTS), open.size())),
                decision == null ? List.of() : List.of(decision));
    }

    /** In the evening of the day after; nothing if that is over, or if nobody knows when that is. */
    private @Nullable Decision followUp(Recorded<?> recorded, ConflictId conflict, Instant happened) {
        LocalTime time = followUpAt(recorded.person(), conflict);
        return knownZone().map(known -> Slots.daily(time, known).afterDayOf(happened))
                .filter(at -> at.isAfter(recorded.recordedAt()))
                .map(at -> new Decision("follow-up/" + conflict,
                        new ReminderSet(ReminderKind.FOLLOW_UP, subject(conflict), at, 0)))
                .orElse(null);
    }

    /** Spread over the evening: two people who tell of the same quarrel are hardly ever asked in the same minute. */
    private static LocalTime followUpAt(PersonId person, ConflictId conflict) {
        int minute = Math.floorMod(Objects.hash(person.value(), conflict.value()), FOLLOW_UP_MINUTES);
        return FOLLOW_UP_FROM.plusMinutes(minute);
    }

    /** Whether somebody may be asked then how it is now. */
    static boolean isFollowUpTime(Instant at, ZoneId zone) {
        LocalTime time = LocalTime.ofInstant(at, zone);
        return !time.isBefore(FOLLOW_UP_FROM) && time.isBefore(FOLLOW_UP_FROM.plusMinutes(FOLLOW_UP_MINUTES));
    }

    private Folded<Rhythm> entry(Recorded<?> recorded, ConflictEntryAdded entry) {
        ConflictId conflict = entry.conflict();
        if (entry.kind() == EntryKind.REOPENED) {
            return opened(recorded, conflict, recorded.occurredAt().toInstant());
        }
        if (!isComingBack(entry.kind()) || !isOpen(subject(conflict))) {
            return Folded.of(this);
        }
        OpenConflict open = conflicts.stream().filter(one -> one.conflict().equals(conflict)).findFirst().orElseThrow();
        return new Folded<>(with(without(conflict)), List.of(
                new Decision("followed-up", new ReminderDropped(ReminderKind.FOLLOW_UP, subject(conflict),
                        Reason.DONE)),
                new Decision("followed-up/withdrawn",
                        new NotificationWithdrawn(Timers.notification(Timers.firing(open.set())), Reason.DONE))));
    }

    private static boolean isComingBack(EntryKind kind) {
        return switch (kind) {
            case REPAIR_TRIED, REPAIR_RECEIVED, UNDERSTOOD, RESOLVED -> true;
            case TIME_OUT, NOTE, REOPENED, UNKNOWN -> false;
        };
    }

    private Rhythm with(List<OpenConflict> open) {
        return new Rhythm(zone, wish, pausedUntil, lastCheckIn, open);
    }

    private List<OpenConflict> without(ConflictId conflict) {
        return conflicts.stream().filter(one -> !one.conflict().equals(conflict)).toList();
    }

    private static Subject subject(ConflictId conflict) {
        return new Subject(SubjectKind.CONFLICT, conflict.value());
    }

    /** How late a reminder may come before it is left out. */
    static Duration useful(ReminderKind kind) {
        return kind == ReminderKind.CHECK_IN ? Duration.ofHours(2) : Duration.ofHours(4);
    }
}
