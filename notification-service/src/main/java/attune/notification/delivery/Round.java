package attune.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import attune.events.Channel;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationHeld;
import attune.events.DeliveryEvent.NotificationsDigested;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.notification.inbox.Notification;
import attune.notification.inbox.Notification.Told;
import attune.notification.planning.DeliveryPlan;
import attune.notification.planning.DeliveryPlan.End;
import attune.notification.planning.DeliveryPlan.Gather;
import attune.notification.planning.DeliveryPlan.HoldUntil;
import attune.notification.planning.DeliveryPlan.SendNow;
import attune.notification.planning.Intent;
import attune.notification.planning.Planner;
import attune.notification.queue.Waiting;

/** One look at what is due: asks the plan about each, and gathers digests. It does nothing itself. */
final class Round {

    /** A digest that could not be sent for so long is of no more use. */
    private static final Duration DIGEST_LASTS = Duration.ofDays(3);

    private final Planner planner;
    private final DeliverySettings settings;
    private final Instant now;
    private final Map<Bucket, List<Due>> gathered = new LinkedHashMap<>();

    Round(Planner planner, DeliverySettings settings, Instant now) {
        this.planner = planner;
        this.settings = settings;
        this.now = now;
    }

    /** What is to be done about a delivery; what is to be gathered is kept until {@link #digests}. */
    Action decide(Due due, Notification notification, Addressee addressee) {
        Waiting waiting = due.waiting();
        Told told = Objects.requireNonNull(notification.told());
        NotificationEnded already = notification.ending(waiting.channel()).orElse(null);
        if (already != null) {
            // A twin of the plan far behind the first brought it back here. The same ending takes it away again.
            return new Action.Append(already);
        }
        Intent intent = new Intent(waiting.category(), waiting.channel(), addressee.reach(waiting.channel()),
                waiting.what().urgent(), notification.wasRead(), waiting.withdrawn(), waiting.heldFor(),
                told.plannedAt(), waiting.dueAt(), told.expiresAt(), settings.giveUpAt(waiting.firstAttemptAt()));
        DeliveryPlan plan = planner.plan(intent, addressee.wishes(), addressee.contacts(), now);
        return switch (plan) {
            case SendNow _ -> new Action.Send();
            case HoldUntil hold when hold.reason() == waiting.heldFor() && hold.until().equals(waiting.dueAt()) ->
                new Action.Postpone();
            case HoldUntil hold -> new Action.Append(
                    new NotificationHeld(told.id(), waiting.channel(), hold.until(), hold.reason()));
            case End end -> new Action.Append(new NotificationEnded(told.id(), waiting.channel(), end.ending(),
                    end.reason(), waiting.category()));
            case Gather _ -> {
                gathered.computeIfAbsent(new Bucket(due.partition(), waiting.person(), waiting.channel()),
                        _ -> new ArrayList<>()).add(due);
                yield new Action.Wait();
            }
        };
    }

    /** The digests that are due, one for each person and channel. */
    List<Digest> digests() {
        return gathered.entrySet().stream().map(entry -> digest(entry.getKey(), entry.getValue())).toList();
    }

    private Digest digest(Bucket bucket, List<Due> items) {
        List<NotificationId> notifications = items.stream().map(due -> due.waiting().notification()).sorted(
                (one, other) -> one.toString().compareTo(other.toString())).toList();
        return new Digest(bucket.person(), items, new NotificationsDigested(
                NotificationId.digestOf(bucket.channel(), notifications), bucket.channel(), notifications, now,
                now.plus(DIGEST_LASTS)));
    }

    /** A digest that is to be recorded, and what goes into it. */
    record Digest(PersonId person, List<Due> items, NotificationsDigested event) {}

    /** What is to be done about a delivery. */
    sealed interface Action {

        /** Hand it over. */
        record Send() implements Action {}

        /** Put this on the log: that it is held, or how it ended. */
        record Append(DeliveryEvent event) implements Action {}

        /** Nothing has changed: look again later. */
        record Postpone() implements Action {}

        /** It goes into a digest. */
        record Wait() implements Action {}
    }

    private record Bucket(int partition, PersonId person, Channel channel) {}
}
