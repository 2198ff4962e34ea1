package attune.notification.queue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import attune.events.Category;
import attune.events.Channel;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.TargetAnswer;
import attune.events.EventId;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.Reason;
import attune.events.Subject;
import attune.events.SubjectKind;

/**
 * A delivery that has not ended.
 *
 * @param what what it delivers
 * @param dueAt when it is to be looked at
 * @param steps how many times it was held or attempted
 * @param attempts how many of these were attempts
 * @param firstAttemptAt when a provider was first asked, if one was
 * @param heldFor why it was held, if that was the last step
 * @param withdrawn why it is needless by now, if it is
 * @param answers what each said last that was asked, on a channel where each is told by itself
 */
public record Waiting(What what, Instant dueAt, int steps, int attempts, @Nullable Instant firstAttemptAt,
        @Nullable Reason heldFor, @Nullable Reason withdrawn, List<TargetAnswer> answers) {

    public Waiting {
        answers = answers == null ? List.of() : List.copyOf(answers);
    }

    /**
     * What is delivered, to whom and how.
     *
     * @param origin what led to it, if that was noted
     * @param plannedAt when it was accepted
     * @param urgent whether somebody is on call for it
     * @param redriven the event by which an operator had it planned again; null for what is on its first way
     */
    public record What(PersonId person, NotificationId notification, Channel channel, Category category,
            Instant plannedAt, @Nullable Subject origin, boolean urgent, @Nullable EventId redriven) {

        static What of(PersonId person, NotificationPlanned planned, Channel channel) {
            return new What(person, planned.notification(), channel, planned.category(), planned.plannedAt(),
                    planned.origin(),
                    planned.category() == Category.SAFETY && planned.about().kind() == SubjectKind.CASE, null);
        }

        boolean isReplacedBy(What later) {
            return origin != null && origin.equals(later.origin) && person.equals(later.person)
                    && category == later.category && channel == later.channel
                    && !notification.equals(later.notification);
        }
    }

    static Waiting from(What what, Instant dueAt) {
        return new Waiting(what, dueAt, 0, 0, null, null, null, List.of());
    }

    Waiting held(Instant until, Reason reason) {
        return new Waiting(what, until, steps + 1, attempts, firstAttemptAt, reason, withdrawn, answers);
    }

    Waiting attempted(Instant at, Instant again, List<TargetAnswer> said) {
        Map<UUID, TargetAnswer> last = new LinkedHashMap<>();
        answers.forEach(answer -> last.put(answer.target(), answer));
        said.forEach(answer -> last.put(answer.target(), answer));
        return new Waiting(what, again, steps + 1, attempts + 1, firstAttemptAt == null ? at : firstAttemptAt, null,
                withdrawn, List.copyOf(last.values()));
    }

    Waiting dueFrom(Instant at) {
        return new Waiting(what, at.isBefore(dueAt) ? at : dueAt, steps, attempts, firstAttemptAt, heldFor, withdrawn,
                answers);
    }

    /** Needless for this reason, and to be looked at because of that. */
    Waiting withdrawn(Instant at, Reason reason) {
        return new Waiting(what, at.isBefore(dueAt) ? at : dueAt, steps, attempts, firstAttemptAt, heldFor,
                Objects.requireNonNullElse(withdrawn, reason), answers);
    }

    public PersonId person() {
        return what.person();
    }

    public NotificationId notification() {
        return what.notification();
    }

    public Channel channel() {
        return what.channel();
    }

    public Category category() {
        return what.category();
    }

    /** What it waits as: {@code planned}, {@code held} or {@code retrying}. */
    public String state() {
        if (heldFor != null) {
            return "held";
        }
        return attempts > 0 ? "retrying" : "planned";
    }

    /** What names it. */
    public DeliveryKey key() {
        return new DeliveryKey(notification(), channel());
    }
}
