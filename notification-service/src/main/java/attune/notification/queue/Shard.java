package attune.notification.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.Category;
import attune.events.Channel;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationAttempted;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationHeld;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.NotificationId;
import attune.events.PersonId;

/**
 * All that waits for the people of one shard of one partition. Document id: {@code partition/shard}. The shard follows
 * from the person alone, so that every event tells which document it changes, and all that waits is found by id.
 *
 * @param waiting what has not ended, in the order in which it was planned
 */
public record Shard(List<Waiting> waiting) {

    /** How many shards a partition has. After a change the fold {@code inbox} is to be rebuilt. */
    public static final int COUNT = 64;

    public static final DocumentKind<Shard> DOCUMENT = new DocumentKind<>("waiting", Shard.class,
            new Shard(List.of()));

    public Shard {
        waiting = List.copyOf(waiting);
    }

    public static String documentId(int partition, PersonId person) {
        return documentId(partition, Math.floorMod(person.value().hashCode(), COUNT));
    }

    private static String documentId(int partition, int shard) {
        return partition + "/" + shard;
    }

    /** The ids of all shards of a partition. */
    public static List<String> documentIds(int partition) {
        return IntStream.range(0, COUNT).mapToObj(shard -> documentId(partition, shard)).toList();
    }

    /** What an event changes here. */
    public static Update<Shard> update(Recorded<DeliveryEvent> recorded) {
        return Update.of(DOCUMENT, documentId(recorded.position().partition(), recorded.person()),
                shard -> shard.after(recorded));
    }

    private Shard after(Recorded<DeliveryEvent> recorded) {
        PersonId person = recorded.person();
        Instant at = recorded.recordedAt();
        return switch (recorded.event()) {
            case NotificationPlanned planned -> planned(person, planned.notification(), planned.category(), at);
            case NotificationHeld held -> change(person, new DeliveryKey(held.notification(), held.channel()),
                    waiting -> waiting.held(held.until(), held.reason()));
            case NotificationAttempted attempted -> change(person,
                    new DeliveryKey(attempted.notification(), attempted.channel()),
                    waiting -> waiting.attempted(at, attempted.retryAt() == null ? at : attempted.retryAt()));
            case NotificationEnded ended -> without(person, new DeliveryKey(ended.notification(), ended.channel()));
            case DeliveryEvent.NotificationsDigested _,DeliveryEvent.NotificationWithdrawn _ -> this;
            case DeliveryEvent.NotificationOpened opened -> read(person, opened.notification(), at);
            case DeliveryEvent.NotificationDismissed dismissed -> read(person, dismissed.notification(), at);
        };
    }

    private Shard planned(PersonId person, NotificationId notification, Category category, Instant at) {
        DeliveryKey key = new DeliveryKey(notification, Channel.EMAIL);
        if (waiting.stream().anyMatch(one -> isThis(one, person, key))) {
            return this;
        }
        List<Waiting> more = new ArrayList<>(waiting);
        more.add(Waiting.planned(person, notification, Channel.EMAIL, category, at));
        return new Shard(more);
    }

    /** What was read in the inbox is looked at again at once: there is nothing left to deliver. */
    private Shard read(PersonId person, NotificationId notification, Instant at) {
        return change(person, new DeliveryKey(notification, Channel.EMAIL), one -> one.dueFrom(at));
    }

    private Shard change(PersonId person, DeliveryKey key, UnaryOperator<Waiting> change) {
        return new Shard(waiting.stream().map(one -> isThis(one, person, key) ? change.apply(one) : one).toList());
    }

    private Shard without(PersonId person, DeliveryKey key) {
        return new Shard(waiting.stream().filter(one -> !isThis(one, person, key)).toList());
    }

    /** Nobody changes what belongs to somebody else, whatever ids their events carry. */
    private static boolean isThis(Waiting one, PersonId person, DeliveryKey key) {
        return one.key().equals(key) && one.person().equals(person);
    }
}
