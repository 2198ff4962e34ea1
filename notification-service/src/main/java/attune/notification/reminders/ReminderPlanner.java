package attune.notification.reminders;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import attune.events.Reason;
import attune.notification.reminders.ReminderPlan.Drop;
import attune.notification.reminders.ReminderPlan.Fire;
import attune.notification.reminders.ReminderPlan.Move;
import attune.notification.reminders.ReminderPlan.Wait;
import attune.notification.reminders.Timers.Timer;

/**
 * Decides about a timer whose time has come. Pure: the same arguments, the same plan.
 *
 * @param halveAfter so many that came in vain halve how often they come
 * @param silenceAfter so many that came in vain are the last, until the person checks in again
 */
public record ReminderPlanner(int halveAfter, int silenceAfter) {

    /** What is to be done now. */
    public ReminderPlan plan(Timer timer, Rhythm rhythm, Care care, Instant now) {
        Instant at = timer.at();
        if (at == null || at.isAfter(now)) {
            return new Wait();
        }
        return switch (timer.kind()) {
            case CHECK_IN -> checkIn(timer, at, rhythm, care, now);
            case FOLLOW_UP -> followUp(timer, at, rhythm, care, now);
            case UNKNOWN -> new Drop(Reason.UNKNOWN);
        };
    }

    private ReminderPlan checkIn(Timer timer, Instant at, Rhythm rhythm, Care care, Instant now) {
        Optional<Slots> known = rhythm.slots();
        if (known.isEmpty()) {
            return new Wait();
        }
        Slots slots = known.get();
        Instant next = rhythm.nextCheckIn(slots, now);
        Instant checkedIn = rhythm.lastCheckIn();
        if (checkedIn != null && !slots.day(checkedIn).isBefore(slots.day(now))) {
            return new Move(next, 0);
        }
        Instant fired = timer.fired();
        if (fired != null && !slots.day(fired).isBefore(slots.day(now))) {
            return new Move(rhythm.nextCheckIn(slots, slots.afterDayOf(fired).minusNanos(1)), timer.unanswered());
        }
        boolean paused = rhythm.pausedUntil() != null && now.isBefore(rhythm.pausedUntil());
        if (paused || care.stopsAll() || isStale(timer, at, now) || !slots.contains(at)) {
            return new Move(next, timer.unanswered());
        }
        int inVain = timer.unanswered() + 1;
        if (inVain >= silenceAfter) {
            return new Fire(null);
        }
        return new Fire(inVain < halveAfter ? slots.afterDayOf(now) : slots.afterDayOf(slots.afterDayOf(now)));
    }

    private static ReminderPlan followUp(Timer timer, Instant at, Rhythm rhythm, Care care, Instant now) {
        if (!rhythm.isOpen(timer.about())) {
            return new Drop(Reason.DONE);
        }
        if (care.stopsFollowUps()) {
            return new Drop(Reason.CARE);
        }
        if (isStale(timer, at, now)) {
            return new Drop(Reason.TOO_LATE);
        }
        Optional<ZoneId> zone = rhythm.knownZone();
        if (zone.isEmpty() || !Rhythm.isFollowUpTime(at, zone.get())) {
            return new Wait();
        }
        return new Fire(null);
    }

    private static boolean isStale(Timer timer, Instant at, Instant now) {
        return !now.isBefore(at.plus(Rhythm.useful(timer.kind())));
    }
}
