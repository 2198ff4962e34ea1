package attune.notification.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.records.Recorded;
import attune.events.AttemptOutcome;
import attune.events.Category;
import attune.events.Channel;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationAttempted;
import attune.events.DeliveryEvent.NotificationDismissed;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationHeld;
import attune.events.DeliveryEvent.NotificationOpened;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.NotificationRedriven;
import attune.events.DeliveryEvent.NotificationWithdrawn;
import attune.events.DeliveryEvent.NotificationsDigested;
import attune.events.Ending;
import attune.events.EventId;
import attune.events.Notice;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.Position;
import attune.events.PrivateText;
import attune.events.Reason;
import attune.events.Subject;
import attune.events.SubjectKind;
import attune.notification.messages.Messages;
import attune.notification.messages.Words;

/**
 * A notification with its story. Document id: {@code person/notification}.
 *
 * @param told what it tells; null before it was planned
 * @param endings how it ended on the channels on which it has ended
 * @param steps its story, oldest first
 * @param takenBy the webhooks that took it: they are not told again, also not if an operator has it planned again
 */
public record Notification(@Nullable Told told, Reading reading, List<Ended> endings, List<Step> steps,
        List<UUID> takenBy) {

    public static final DocumentKind<Notification> DOCUMENT = new DocumentKind<>("notifications", Notification.class,
            new Notification(null, Reading.UNREAD, List.of(), List.of(), List.of()));

    /** So many steps are kept at most; there are bounds on attempts and holds long before. */
    private static final int LONGEST_STORY = 200;

    public Notification {
        endings = List.copyOf(endings);
        steps = List.copyOf(steps);
        takenBy = takenBy == null ? List.of() : List.copyOf(takenBy);
    }

    /**
     * What a notification tells.
     *
     * @param event the id of the event that planned it
     * @param position where that event stands
     * @param traceparent the trace that led to it
     * @param notice which of the service's own notices it is, if it is one
     */
    public record Told(NotificationId id, Category category, Subject about, PrivateText title, PrivateText body,
            Instant plannedAt, Instant expiresAt, EventId event, Position position, @Nullable String traceparent,
            @Nullable Notice notice) {}

    /** How it ended on a channel. */
    public record Ended(Channel channel, NotificationEnded event) {}

    public static String documentId(PersonId person, NotificationId notification) {
        return person.value() + "/" + notification;
    }

    /** Whether the person has seen it in the inbox. */
    public boolean wasRead() {
        return reading != Reading.UNREAD;
    }

    /** How it ended on a channel, if it has. */
    public Optional<NotificationEnded> ending(Channel channel) {
        return endings.stream().filter(ended -> ended.channel() == channel).map(Ended::event).findFirst();
    }

    /** The notification after an event about it. The first plan and the first ending on a channel count. */
    Notification after(Recorded<DeliveryEvent> recorded) {
        if (told == null) {
            return switch (recorded.event()) {
                case NotificationPlanned planned -> planned(recorded, planned);
                case NotificationsDigested digested -> digest(recorded, digested);
                default -> this;
            };
        }
        Instant at = recorded.recordedAt();
        return switch (recorded.event()) {
            case NotificationPlanned _,NotificationWithdrawn _,DeliveryEvent.ReminderSet _,DeliveryEvent.ReminderFired _,DeliveryEvent.ReminderDropped _,DeliveryEvent.PushSubscribed _,DeliveryEvent.PushUnsubscribed _,DeliveryEvent.DeviceRegistered _,DeliveryEvent.MailUnsubscribed _,DeliveryEvent.MailResubscribed _,DeliveryEvent.WebhookRegistered _,DeliveryEvent.WebhookSecretChanged _,DeliveryEvent.WebhookRemoved _ ->
                this;
            case NotificationsDigested digested -> digested(at, digested);
            case NotificationHeld held -> ending(held.channel()).isPresent() ? this : held(Step.held(at, held));
            case NotificationAttempted attempted -> attempted(Step.attempted(at, attempted), attempted);
            case NotificationEnded ended -> ending(ended.channel()).isPresent() ? this : ended(at, ended);
            case NotificationRedriven redriven -> redriven(Step.redriven(at, redriven), redriven.channel());
            case NotificationOpened _ -> read(at, Reading.OPENED);
            case NotificationDismissed _ -> read(at, Reading.DISMISSED);
        };
    }

    private static Notification planned(Recorded<DeliveryEvent> recorded, NotificationPlanned planned) {
        Told told = new Told(planned.notification(), planned.category(), planned.about(), planned.title(),
                planned.body(), planned.plannedAt(), planned.expiresAt(), recorded.id(), recorded.position(),
                recorded.envelope().traceparent(), planned.notice());
        return new Notification(told, Reading.UNREAD, List.of(), List.of(Step.planned(recorded.recordedAt())),
                List.of());
    }

    /** A digest says no more than that there is something, and stands in no list. */
    private static Notification digest(Recorded<DeliveryEvent> recorded, NotificationsDigested digested) {
        Words words = Messages.notice(Notice.DIGEST, null);
        Told told = new Told(digested.digest(), Category.DIGEST,
                new Subject(SubjectKind.DIGEST, digested.digest().value()), PrivateText.of(words.title()),
                PrivateText.of(words.body()), digested.plannedAt(), digested.expiresAt(), recorded.id(),
                recorded.position(), recorded.envelope().traceparent(), Notice.DIGEST);
        return new Notification(told, Reading.UNREAD, List.of(), List.of(Step.planned(recorded.recordedAt())),
                List.of());
    }

    /** It went into a digest, for the reason for which it had waited. */
    private Notification digested(Instant at, NotificationsDigested digested) {
        if (told == null || ending(digested.channel()).isPresent()) {
            return this;
        }
        Reason reason = steps.stream()
                .filter(step -> step.step() == Step.Kind.HELD && step.channel() == digested.channel())
                .map(Step::reason)
                .filter(Objects::nonNull)
                .reduce((_, last) -> last)
                .orElse(Reason.DIGEST_CHOSEN);
        return ended(at, new NotificationEnded(told.id(), digested.channel(), Ending.DIGESTED, reason,
                told.category()));
    }

    /** A hold that goes on for the same reason is one step. */
    private Notification held(Step step) {
        Step last = steps.getLast();
        if (last.step() != Step.Kind.HELD || last.reason() != step.reason() || last.channel() != step.channel()) {
            return with(step);
        }
        List<Step> longer = new ArrayList<>(steps.subList(0, steps.size() - 1));
        longer.add(new Step(last.at(), last.step(), last.channel(), last.reason(), step.until(), null, null, null));
        return new Notification(told, reading, endings, longer, takenBy);
    }

    private Notification attempted(Step step, NotificationAttempted attempted) {
        Set<UUID> taken = new LinkedHashSet<>(takenBy);
        attempted.answers().stream()
                .filter(answer -> answer.outcome() == AttemptOutcome.ACCEPTED)
                .forEach(answer -> taken.add(answer.target()));
        return new Notification(told, reading, endings, with(step).steps(), List.copyOf(taken));
    }

    private Notification ended(Instant at, NotificationEnded ended) {
        List<Ended> more = new ArrayList<>(endings);
        more.add(new Ended(ended.channel(), ended));
        return new Notification(told, reading, more, with(Step.ended(at, ended)).steps(), takenBy);
    }

    /** What had ended dead on a channel has not ended there any more. */
    private Notification redriven(Step step, Channel channel) {
        boolean dead = ending(channel).filter(ended -> ended.ending() == Ending.DEAD).isPresent();
        return dead
                ? new Notification(told, reading, endings.stream().filter(one -> one.channel() != channel).toList(),
                        with(step).steps(), takenBy)
                : this;
    }

    private Notification read(Instant at, Reading newReading) {
        Reading now = reading.atLeast(newReading);
        return now == reading
                ? this
                : new Notification(told, now, endings, with(Step.read(at, newReading)).steps(), takenBy);
    }

    private Notification with(Step step) {
        if (steps.size() >= LONGEST_STORY) {
            return this;
        }
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Notification(told, reading, endings, more, takenBy);
    }
}
