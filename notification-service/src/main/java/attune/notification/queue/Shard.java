package attune.notification.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.Category;
import attune.events.Channel;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.MailResubscribed;
import attune.events.DeliveryEvent.MailUnsubscribed;
import attune.events.DeliveryEvent.NotificationAttempted;
import attune.events.DeliveryEvent.NotificationDismissed;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationHeld;
import attune.events.DeliveryEvent.NotificationOpened;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.NotificationRedriven;
import attune.events.DeliveryEvent.NotificationWithdrawn;
import attune.events.DeliveryEvent.NotificationsDigested;
import attune.events.DeliveryEvent.PushSubscribed;
import attune.events.DeliveryEvent.PushUnsubscribed;
import attune.events.DeliveryEvent.Route;
import attune.events.DeliveryEvent.WebhookRegistered;
import attune.events.DeliveryEvent.WebhookRemoved;
import attune.events.DeliveryEvent.WebhookSecretChanged;
import attune.events.Ending;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.Reason;
import attune.notification.planning.Burden;
import attune.notification.queue.Waiting.What;

/**
 * All that waits for the people of one shard of one partition, and the books of what has come and gone. Document id:
 * {@code partition/shard}. The shard follows from the person alone, so that every event tells which document it changes,
 * and all that waits is found by id.
 *
 * @param waiting what has not ended, in the order in which it was planned
 * @param ledger the books of each day that is not long past or that has something open
 */
public record Shard(List<Waiting> waiting, List<Tally> ledger) {

    /** How many shards a partition has. After a change the fold {@code inbox} is to be rebuilt. */
    public static final int COUNT = 64;

    public static final DocumentKind<Shard> DOCUMENT = new DocumentKind<>("waiting", Shard.class,
            new Shard(List.of(), List.of()));

    private static final Duration BOOKS_KEPT = Duration.ofDays(8);

    public Shard {
        waiting = List.copyOf(waiting);
        ledger = ledger == null ? List.of() : List.copyOf(ledger);
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
            case NotificationPlanned planned -> planned(person, planned, at);
            case NotificationHeld held -> change(person, new DeliveryKey(held.notification(), held.channel()),
                    waiting -> waiting.held(held.until(), held.reason()));
            case NotificationAttempted attempted -> change(person,
                    new DeliveryKey(attempted.notification(), attempted.channel()),
                    waiting -> waiting.attempted(at, attempted.retryAt() == null ? at : attempted.retryAt(),
                            attempted.answers()));
            case NotificationEnded ended -> without(person,
                    Set.of(new DeliveryKey(ended.notification(), ended.channel())), ended.ending(), at);
            case NotificationsDigested digested -> digested(person, digested, at);
            case NotificationWithdrawn withdrawn -> changeAll(person, withdrawn.notification(),
                    one -> one.withdrawn(at, withdrawn.reason()));
            case NotificationRedriven redriven -> opened(new What(person, redriven.notification(),
                    redriven.channel(), redriven.category(), at, redriven.origin(), redriven.urgent(),
                    recorded.id()), at);
            case PushSubscribed _,PushUnsubscribed _,DeliveryEvent.DeviceRegistered _,DeliveryEvent.ReminderSet _,DeliveryEvent.ReminderFired _,DeliveryEvent.ReminderDropped _,MailUnsubscribed _,MailResubscribed _,WebhookRegistered _,WebhookSecretChanged _,WebhookRemoved _ ->
                this;
            case NotificationOpened opened -> read(person, opened.notification(), at);
            case NotificationDismissed dismissed -> read(person, dismissed.notification(), at);
        };
    }

    /** Opens a delivery on each route; what waited to say the same is looked at again, and will find it is needless. */
    private Shard planned(PersonId person, NotificationPlanned planned, Instant at) {
        List<Route> routes = planned.routes().isEmpty() ? List.of(new Route(Channel.EMAIL, null)) : planned.routes();
        Shard after = opened(What.of(person, planned, Channel.INBOX), at);
        for (Route route : routes) {
            What what = What.of(person, planned, route.channel());
            after = after.replaced(what, at).opened(what, route.from() == null ? at : route.from());
        }
        return after;
    }

    private Shard replaced(What later, Instant at) {
        if (!Burden.mayWait(later.category()) || later.origin() == null) {
            return this;
        }
        List<Waiting> changed = new ArrayList<>(waiting);
        changed.replaceAll(one -> one.what().isReplacedBy(later) ? one.withdrawn(at, Reason.REPLACED) : one);
        return new Shard(changed, ledger);
    }

    private Shard opened(What what, Instant dueAt) {
        DeliveryKey key = new DeliveryKey(what.notification(), what.channel());
        for (Waiting one : waiting) {
            if (isThis(one, what.person(), key)) {
                return this;
            }
        }
        List<Waiting> more = new ArrayList<>(waiting);
        more.add(Waiting.from(what, dueAt));
        return new Shard(more, booked(what, dueAt, Tally::withAccepted));
    }

    private Shard digested(PersonId person, NotificationsDigested digested, Instant at) {
        Set<DeliveryKey> keys = new HashSet<>();
        digested.notifications().forEach(one -> keys.add(new DeliveryKey(one, digested.channel())));
        Shard after = without(person, keys, Ending.DIGESTED, at);
        return after.waiting.size() == waiting.size()
                ? this
                : after.opened(new What(person, digested.digest(), digested.channel(), Category.DIGEST,
                        digested.plannedAt(), null, false, null), digested.plannedAt());
    }

    /** What was read in the inbox is looked at again at once: there is nothing left to deliver. */
    private Shard read(PersonId person, NotificationId notification, Instant at) {
        return changeAll(person, notification, one -> one.dueFrom(at));
    }

    private Shard changeAll(PersonId person, NotificationId notification, UnaryOperator<Waiting> change) {
        List<Waiting> changed = new ArrayList<>(waiting);
        changed.replaceAll(one -> one.notification().equals(notification) && one.person().equals(person)
                ? change.apply(one)
                : one);
        return new Shard(changed, ledger);
    }

    private Shard change(PersonId person, DeliveryKey key, UnaryOperator<Waiting> change) {
        List<Waiting> changed = new ArrayList<>(waiting);
        changed.replaceAll(one -> isThis(one, person, key) ? change.apply(one) : one);
        return new Shard(changed, ledger);
    }

    private Shard without(PersonId person, Set<DeliveryKey> keys, Ending ending, Instant at) {
        Shard after = this;
        for (Waiting one : waiting) {
            if (keys.contains(one.key()) && one.person().equals(person)) {
                List<Waiting> others = new ArrayList<>(after.waiting);
                others.remove(one);
                after = new Shard(others, after.booked(one.what(), at, tally -> tally.withEnded(ending)));
            }
        }
        return after;
    }

    private List<Tally> booked(What what, Instant at, UnaryOperator<Tally> entry) {
        String day = Tally.day(what.plannedAt());
        List<Tally> books = new ArrayList<>(ledger);
        for (int i = books.size() - 1; i >= 0; i--) {
            if (books.get(i).counts(day, what)) {
                books.set(i, entry.apply(books.get(i)));
                return books;
            }
        }
        String oldest = Tally.day(at.minus(BOOKS_KEPT));
        books.removeIf(tally -> tally.day().compareTo(oldest) < 0 && tally.accepted() == tally.endedInAll());
        books.add(entry.apply(Tally.of(what)));
        return books;
    }

    /** Nobody changes what belongs to somebody else, whatever ids their events carry. */
    private static boolean isThis(Waiting one, PersonId person, DeliveryKey key) {
        return one.channel() == key.channel() && one.notification().equals(key.notification())
                && one.person().equals(person);
    }
}
