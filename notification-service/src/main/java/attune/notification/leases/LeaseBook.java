package attune.notification.leases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What one instance knows of the leases, and what it therefore writes. Works in rounds: {@link #begin} says what to write,
 * and {@link #end} is told what the database holds after that. A round that breaks off changes nothing: what was held
 * runs out by itself.
 *
 * <p>
 * A lease holds only after it was read back with the number of the very round that wrote it, and is counted from before
 * that round. Others cannot have seen that number earlier, so whoever waits for the whole length waits longer than that,
 * without a clock in common. Rounds are for one thread; many may ask for leases.
 */
final class LeaseBook {

    private final String instance;
    private final LeaseSettings settings;
    private final LongSupplier nanoTime;
    private final Map<Integer, Lease> held = new ConcurrentHashMap<>();
    private final Map<Integer, Lease> tried = new HashMap<>();
    private final Map<Integer, Sighting> sightings = new HashMap<>();
    private long terms;
    private long beat;
    private long begunAt;
    private Wish wish = new Wish(Set.of(), Set.of());

    /**
     * The book of an instance that has no lease.
     *
     * @param instance a name that no other process has or had
     */
    LeaseBook(String instance, LeaseSettings settings, LongSupplier nanoTime) {
        this.instance = instance;
        this.settings = settings;
        this.nanoTime = nanoTime;
    }

    /** The lease of a partition, if it holds. */
    Optional<Lease> of(int partition) {
        return Optional.ofNullable(held.get(partition)).filter(Lease::isHeld);
    }

    /** How many leases hold. */
    long count() {
        return held.values().stream().filter(Lease::isHeld).count();
    }

    /** Whether there is a lease that nobody here needs any more. */
    boolean hasToGiveBack(Wish now) {
        return held.keySet().stream().anyMatch(now::isDoneWith);
    }

    /** Begins a round. What is to be given back does not hold from now on. */
    List<LeaseWrite> begin(Wish now) {
        wish = now;
        begunAt = nanoTime.getAsLong();
        beat++;
        tried.clear();
        List<LeaseWrite> writes = new ArrayList<>();
        for (Lease lease : List.copyOf(held.values())) {
            if (wish.wanted().contains(lease.partition())) {
                writes.add(new LeaseWrite.Renew(stored(lease)));
            } else if (wish.isDoneWith(lease.partition())) {
                lease.isOver();
                held.remove(lease.partition());
                writes.add(new LeaseWrite.GiveBack(lease.partition(), instance, lease.term()));
            }
        }
        for (int partition : wish.wanted()) {
            Sighting sighting = sightings.get(partition);
            if (!held.containsKey(partition) && sighting != null && sighting.mayBeTakenBy(instance, begunAt)) {
                Lease lease = new Lease(partition, ++terms, nanoTime);
                tried.put(partition, lease);
                writes.add(new LeaseWrite.Take(sighting.stored(), stored(lease)));
            }
        }
        return writes;
    }

    private Stored stored(Lease lease) {
        return new Stored(lease.partition(), instance, lease.term(), beat, settings.length());
    }

    /**
     * Ends a round.
     *
     * @param asked the partitions that were asked for
     * @param found what the database holds of them
     * @return how many leases another has taken, or the database forgot, although they are wanted here
     */
    int end(Collection<Integer> asked, Map<Integer, Stored> found) {
        long now = nanoTime.getAsLong();
        asked.forEach(partition -> see(partition, found.get(partition), now));
        int lost = 0;
        for (Lease lease : Stream.concat(held.values().stream(), tried.values().stream()).toList()) {
            Stored stored = found.get(lease.partition());
            if (stored == null || !stored.isOf(instance, lease.term())) {
                boolean had = held.remove(lease.partition(), lease);
                lost += had && wish.wanted().contains(lease.partition()) ? 1 : 0;
                lease.isOver();
            } else if (stored.beat() == beat) {
                lease.lastsUntil(begunAt + settings.trusted().toNanos());
                held.put(lease.partition(), lease);
            }
        }
        return lost;
    }

    private void see(int partition, @Nullable Stored stored, long now) {
        Sighting before = sightings.get(partition);
        if (before == null || !Objects.equals(before.stored(), stored)) {
            sightings.put(partition, new Sighting(stored, now));
        }
    }

    /** How long the next round can wait. */
    Duration pause() {
        long now = nanoTime.getAsLong();
        List<Integer> missing = wish.wanted().stream().filter(partition -> !held.containsKey(partition)).toList();
        if (missing.isEmpty()) {
            Duration left = settings.renewal().minusNanos(now - begunAt);
            return left.isPositive() ? left : Duration.ZERO;
        }
        return missing.stream().anyMatch(partition -> mayTake(partition, now)) ? Duration.ZERO : settings.look();
    }

    private boolean mayTake(int partition, long now) {
        Sighting sighting = sightings.get(partition);
        return sighting != null && sighting.mayBeTakenBy(instance, now);
    }

    /**
     * What this instance wants.
     *
     * @param wanted the partitions that it is to deliver for
     * @param busy those for which it has something in hand; their leases are kept for that, but not renewed
     */
    record Wish(Set<Integer> wanted, Set<Integer> busy) {

        Wish {
            wanted = Set.copyOf(wanted);
            busy = Set.copyOf(busy);
        }

        boolean isDoneWith(int partition) {
            return !wanted.contains(partition) && !busy.contains(partition);
        }
    }
}
