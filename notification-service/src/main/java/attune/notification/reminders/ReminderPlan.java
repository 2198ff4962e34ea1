package attune.notification.reminders;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import attune.events.Reason;

/** What is to be done about a timer whose time has come. */
public sealed interface ReminderPlan {

    /**
     * Remind.
     *
     * @param next when to look again; null means that this is the last for now
     */
    record Fire(@Nullable Instant next) implements ReminderPlan {}

    /** Not now: look again then. */
    record Move(Instant at, int unanswered) implements ReminderPlan {}

    /** There is nothing to remind of. */
    record Drop(Reason reason) implements ReminderPlan {}

    /** Somebody else is about to set it anew, or nobody knows the time where the person is. */
    record Wait() implements ReminderPlan {}
}
