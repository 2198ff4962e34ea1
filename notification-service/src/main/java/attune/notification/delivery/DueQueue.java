package attune.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.ToIntFunction;

import attune.events.Channel;
import attune.events.PersonId;
import attune.events.Reason;
import attune.notification.queue.Books;
import attune.notification.queue.DeliveryKey;
import attune.notification.queue.Shard;
import attune.notification.queue.Waiting;

/**
 * What waits in the partitions of this instance, soonest first: the shards as they were read last, less what is being
 * worked on. Changed by the dispatcher's thread alone; other threads may read it and say that work is over.
 */
final class DueQueue {

    private final Duration recheckUnknownZone;
    private final NavigableSet<Due> all = new ConcurrentSkipListSet<>(Due.SOONEST_FIRST);
    private final Map<String, List<Due>> byShard = new HashMap<>();
    private final Map<String, Shard> books = new ConcurrentHashMap<>();
    private final Map<DeliveryKey, Busy> busy = new ConcurrentHashMap<>();

    DueQueue(Duration recheckUnknownZone) {
        this.recheckUnknownZone = recheckUnknownZone;
    }

    /** Takes over what a shard holds now. */
    void put(int partition, String shardId, Shard shard, Instant now) {
        Map<DeliveryKey, Due> gone = byKey(byShard.getOrDefault(shardId, List.of()));
        List<Due> after = new ArrayList<>(shard.waiting().size());
        List<Due> fresh = new ArrayList<>();
        for (Waiting waiting : shard.waiting()) {
            if (waiting.channel() == Channel.INBOX) {
                continue; // the plan itself ends that
            }
            Due due = new Due(partition, waiting, lookAt(waiting, now));
            DeliveryKey key = due.key();
            if (due.equals(gone.get(key))) {
                gone.remove(key);
            } else {
                fresh.add(due);
            }
            after.add(due);
        }
        gone.values().forEach(all::remove);
        all.addAll(fresh);
        byShard.put(shardId, after);
        books.put(shardId, shard);
        busy.entrySet().removeIf(entry -> entry.getValue() instanceof Busy.Done done && done.shardId().equals(shardId)
                && after.stream().noneMatch(due -> due.key().equals(entry.getKey())));
    }

    private static Map<DeliveryKey, Due> byKey(List<Due> dues) {
        Map<DeliveryKey, Due> byKey = HashMap.newHashMap(dues.size());
        dues.forEach(due -> byKey.put(due.key(), due));
        return byKey;
    }

    /** Forgets what waits in a partition, but not what is being worked on. */
    void drop(int partition) {
        Shard.documentIds(partition).forEach(id -> {
            List<Due> before = byShard.remove(id);
            books.remove(id);
            if (before != null) {
                all.removeAll(before);
            }
        });
    }

    private Instant lookAt(Waiting waiting, Instant now) {
        Instant again = now.plus(recheckUnknownZone);
        return waiting.heldFor() == Reason.UNKNOWN_ZONE && again.isBefore(waiting.dueAt()) ? again : waiting.dueAt();
    }

    /**
     * What is to be looked at now.
     *
     * @param most how many at most
     * @param room how many of a channel at most: more could not be begun, and would be looked at again and again
     */
    List<Due> due(Instant now, int most, ToIntFunction<Channel> room) {
        Map<Channel, Integer> left = new EnumMap<>(Channel.class);
        return all.stream()
                .takeWhile(due -> !due.lookAt().isAfter(now))
                .filter(this::isFree)
                .filter(due -> left.merge(due.waiting().channel(), 1, Integer::sum) <= room
                        .applyAsInt(due.waiting().channel()))
                .limit(most)
                .toList();
    }

    /** What is to be looked at now for those people of whom some is among these, each person's together. */
    List<Due> withTheirOthers(List<Due> some, Instant now) {
        Set<Due> whole = new LinkedHashSet<>();
        for (Due one : some) {
            byShard.getOrDefault(Shard.documentId(one.partition(), one.waiting().person()), List.of()).stream()
                    .filter(other -> other.waiting().person().equals(one.waiting().person()))
                    .filter(other -> !other.lookAt().isAfter(now) && isFree(other))
                    .forEach(whole::add);
        }
        return List.copyOf(whole);
    }

    /** These people may have said something: what is held for them is looked at now. */
    void lookAgain(int partition, Collection<PersonId> people, Instant now) {
        for (PersonId person : people) {
            List<Due> dues = byShard.getOrDefault(Shard.documentId(partition, person), List.of());
            dues.stream()
                    .filter(due -> due.waiting().person().equals(person) && due.waiting().heldFor() != null)
                    .toList()
                    .forEach(due -> replace(due, due.lookedAtNext(now)));
        }
    }

    /** Nothing has changed for it: to be looked at later. */
    void postpone(Due due, Instant now) {
        replace(due, due.lookedAtNext(lookAt(due.waiting(), now)));
    }

    /** It was in hand, but its time has not come: to be looked at then. */
    void lookLater(Due due, Instant at) {
        replace(due, due.lookedAtNext(at));
        letGo(due);
    }

    private void replace(Due old, Due replacement) {
        List<Due> shard = byShard.getOrDefault(Shard.documentId(old.partition(), old.waiting().person()), List.of());
        int index = shard.indexOf(old);
        if (index >= 0) {
            shard.set(index, replacement);
            all.remove(old);
            all.add(replacement);
        }
    }

    private boolean isFree(Due due) {
        return switch (busy.get(due.key())) {
            case null -> true;
            case Busy.InHand _ -> false;
            case Busy.Done(_, int steps) -> due.waiting().steps() >= steps;
        };
    }

    /** It is being worked on, and not to be looked at again until it is said what came of it. */
    void begin(Due due) {
        busy.put(due.key(), new Busy.InHand());
    }

    /** Its next step stands on the log: not to be looked at until that has been folded. */
    void advanced(Due due) {
        done(due, due.waiting().steps() + 1);
    }

    /** Its end stands on the log: not to be looked at again. */
    void ended(Due due) {
        done(due, Integer.MAX_VALUE);
    }

    private void done(Due due, int steps) {
        busy.put(due.key(), new Busy.Done(Shard.documentId(due.partition(), due.waiting().person()), steps));
    }

    /** It was not worked on after all. */
    void letGo(Due due) {
        busy.remove(due.key());
    }

    /** By how much the books of all shards do not add up. Adds them up when it is asked, not with each change. */
    long difference() {
        return books.values().stream().mapToLong(shard -> Books.difference(List.of(shard))).sum();
    }

    /** Everything that waits, soonest first. */
    Collection<Due> waiting() {
        return all;
    }

    /** Why a delivery is not to be looked at, although it is due by what was read. */
    private sealed interface Busy {

        /** Somebody works on it. */
        record InHand() implements Busy {}

        /** What was read is out of date until so many steps are in it, or until it is gone. */
        record Done(String shardId, int steps) implements Busy {}
    }
}
