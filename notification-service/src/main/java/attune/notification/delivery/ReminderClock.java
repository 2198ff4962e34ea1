package attune.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.documents.Documents;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.ReminderDropped;
import attune.events.DeliveryEvent.ReminderFired;
import attune.events.DeliveryEvent.ReminderSet;
import attune.events.Envelope;
import attune.notification.queue.Shard;
import attune.notification.recipients.Recipient;
import attune.notification.reminders.Care;
import attune.notification.reminders.ReminderPlan;
import attune.notification.reminders.ReminderPlan.Drop;
import attune.notification.reminders.ReminderPlan.Fire;
import attune.notification.reminders.ReminderPlan.Move;
import attune.notification.reminders.ReminderPlan.Wait;
import attune.notification.reminders.ReminderPlanner;
import attune.notification.reminders.Rhythm;
import attune.notification.reminders.Timers;
import attune.notification.reminders.Timers.Timer;

/**
 * The timers of the partitions of this instance, and the clock that they run by. What is to be done when one has run out
 * is planned by all that the person has said and done by then, and all that is known of the care they need. Used by the
 * dispatcher's thread alone.
 */
final class ReminderClock {

    private static final Duration DATABASE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 200;

    private final Documents documents;
    private final Barriers<Running> wishes;
    private final Barriers<Running> care;
    private final ReminderPlanner planner;
    private final DeliveryLog log;
    private final Duration recheck;
    private final Clock clock;
    private final Map<String, List<Running>> byShard = new HashMap<>();
    private final NavigableSet<Running> soonest = new TreeSet<>(Running.SOONEST_FIRST);

    ReminderClock(Documents documents, Barriers<Running> wishes, Barriers<Running> care, DeliveryLog log,
            DeliverySettings settings, Clock clock) {
        this.documents = documents;
        this.wishes = wishes;
        this.care = care;
        this.planner = new ReminderPlanner(settings.limits().halveAfter(), settings.limits().silenceAfter());
        this.log = log;
        this.recheck = settings.recheckUnknownZone();
        this.clock = clock;
    }

    /**
     * A timer that runs.
     *
     * @param lookAt when to look at it: when it runs out, or later if it had to wait
     */
    record Running(int partition, Timer timer, Instant lookAt) {

        static final Comparator<Running> SOONEST_FIRST = Comparator.comparing(Running::lookAt)
                .thenComparing(running -> running.timer().set().value());

        static @Nullable Running of(int partition, Timer timer) {
            Instant at = timer.at();
            return at == null ? null : new Running(partition, timer, at);
        }
    }

    /** Takes over the timers of shards as they are now. */
    void load(int partition, List<String> shardIds) {
        Map<String, Timers> found = find(Timers.DOCUMENT, shardIds);
        for (String id : shardIds) {
            byShard.getOrDefault(id, List.of()).forEach(soonest::remove);
            List<Running> running = new ArrayList<>();
            for (Timer timer : found.getOrDefault(id, Timers.DOCUMENT.initial()).timers()) {
                Running one = Running.of(partition, timer);
                if (one != null) {
                    running.add(one);
                }
            }
            soonest.addAll(running);
            byShard.put(id, running);
        }
    }

    /** Forgets the timers of these shards of a partition. */
    void drop(int partition, List<String> shardIds) {
        shardIds.forEach(id -> {
            List<Running> running = byShard.remove(id);
            if (running != null) {
                running.forEach(soonest::remove);
            }
        });
        wishes.forget(partition);
        care.forget(partition);
    }

    boolean isHolding() {
        return wishes.isHolding() || care.isHolding();
    }

    /** Looks at what has run out, and puts on the log what follows. */
    void look() throws InterruptedException {
        Instant now = clock.instant();
        List<Running> due = soonest.stream().takeWhile(one -> !one.lookAt().isAfter(now)).limit(AT_ONCE).toList();
        if (due.isEmpty()) {
            return;
        }
        List<Running> known = care.known(wishes.known(due));
        if (!known.isEmpty()) {
            act(known, now);
        }
    }

    private void act(List<Running> known, Instant now) throws InterruptedException {
        List<String> people = known.stream().map(one -> one.timer().person().value()).distinct().toList();
        Map<String, Rhythm> rhythms = find(Rhythm.DOCUMENT, people);
        Map<String, Recipient> recipients = find(Recipient.DOCUMENT, people);
        Map<String, Care> cares = find(Care.DOCUMENT, people);
        List<Envelope<DeliveryEvent>> events = new ArrayList<>();
        for (Running one : known) {
            String person = one.timer().person().value();
            Recipient recipient = recipients.getOrDefault(person, Recipient.UNKNOWN);
            ReminderPlan plan = recipient.incomplete()
                    ? new Wait()
                    : planner.plan(one.timer(), rhythms.getOrDefault(person, Rhythm.DOCUMENT.initial()),
                            cares.getOrDefault(person, Care.DOCUMENT.initial()), now);
            DeliveryEvent event = event(one.timer(), plan);
            if (event != null) {
                events.add(log.reminder(one.timer(), event));
            }
        }
        if (!log.append(events)) {
            throw new KafkaException("The log did not acknowledge all reminders");
        }
        known.forEach(one -> lookAgain(one, now.plus(recheck))); // if it is not set anew before
    }

    private static @Nullable DeliveryEvent event(Timer timer, ReminderPlan plan) {
        return switch (plan) {
            case Fire(Instant next) when timer.at() != null -> new ReminderFired(timer.kind(), timer.about(),
                    timer.at(), next);
            case Move(Instant at, int unanswered) -> new ReminderSet(timer.kind(), timer.about(), at, unanswered);
            case Drop(var reason) -> new ReminderDropped(timer.kind(), timer.about(), reason);
            case Fire _,Wait _ -> null;
        };
    }

    private void lookAgain(Running one, Instant at) {
        Running later = new Running(one.partition(), one.timer(), at);
        List<Running> shard = byShard.getOrDefault(Shard.documentId(one.partition(), one.timer().person()), List.of());
        int index = shard.indexOf(one);
        if (index >= 0) {
            shard.set(index, later);
            soonest.remove(one);
            soonest.add(later);
        }
    }

    private <S extends Record> Map<String, S> find(DocumentKind<S> kind, List<String> ids) {
        Map<String, S> found = documents.findAll(kind, ids).block(DATABASE);
        return found == null ? Map.of() : found;
    }
}
