package attune.notification.leases;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import attune.notification.leases.LeaseBook.Wish;

/**
 * The leases of this instance: takes those that are wanted, renews them all with one write and one query, and gives them
 * back. One thread of its own; safe for use by many threads.
 *
 * <ul>
 * <li>{@code attune_notification_leases}: leases that this instance holds. All instances together hold one for each
 * partition; fewer for long means that nobody delivers for the others.
 * <li>{@code attune_notification_leases_lost_total}: leases that another took, or the database forgot, while they were
 * wanted here: this process stood still or did not reach the database for too long.
 * </ul>
 */
public final class Leases implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(Leases.class);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final LeaseBook book;
    private final LeaseStore store;
    private final LeaseSettings settings;
    private final Set<Integer> all;
    private final Counter lost;
    private final Semaphore wake = new Semaphore(0);
    private volatile Wish wish = new Wish(Set.of(), Set.of());
    private volatile boolean running;
    private @Nullable Thread thread;
    private boolean troubled;

    /**
     * Leases of which this instance has none.
     *
     * @param partitions how many partitions there are
     */
    Leases(LeaseBook book, LeaseStore store, LeaseSettings settings, int partitions, MeterRegistry registry) {
        this.book = book;
        this.store = store;
        this.settings = settings;
        this.all = IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet());
        this.lost = Counter.builder("attune.notification.leases.lost")
                .description("Leases that another took, or the database forgot, while they were wanted here")
                .register(registry);
        Gauge.builder("attune.notification.leases", book, LeaseBook::count)
                .description("Leases that this instance holds")
                .register(registry);
    }

    /** The lease of a partition, if it holds. */
    public Optional<Lease> of(int partition) {
        return book.of(partition);
    }

    /** How often leases are renewed; who finds out less often than that whether it may go on has leases for nothing. */
    public Duration renewal() {
        return settings.renewal();
    }

    /**
     * Says what is wanted from now on. What is wanted no more is given back as soon as nothing of it is in hand, and runs
     * out by itself before that.
     *
     * @param wanted the partitions that this instance is to deliver for
     * @param busy those for which it has something in hand
     */
    public void want(Set<Integer> wanted, Set<Integer> busy) {
        Wish before = wish;
        Wish now = new Wish(wanted, busy);
        wish = now;
        if (!before.wanted().equals(now.wanted()) || book.hasToGiveBack(now)) {
            wake.release();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("leases").daemon().start(this::run);
    }

    /** Comes after those who use leases, and gives back what they want no more. */
    @Override
    public void stop() {
        running = false;
        Thread current = thread;
        if (current == null) {
            return;
        }
        wake.release();
        try {
            current.join(STOPPING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        try {
            while (running) {
                Duration pause = roundBearingTrouble();
                if (wake.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                    wake.drainPermits();
                }
            }
            roundBearingTrouble();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without the database nothing is renewed: sending stops before the leases end, and goes on when it is back. */
    private Duration roundBearingTrouble() {
        try {
            Duration pause = round();
            troubled = false;
            return pause;
        } catch (MongoException | IllegalStateException e) {
            if (!troubled) {
                LOGGER.atWarn().addKeyValue("cause", e.getClass().getName()).log("Leases cannot be renewed");
            }
            troubled = true;
            return settings.look();
        }
    }

    /** Looks at all leases, wanted or not, so that it is known how old they are when they come to be wanted. */
    private Duration round() {
        Wish now = wish;
        Set<Integer> asked = new TreeSet<>(all);
        asked.addAll(now.wanted());
        store.write(book.begin(now));
        int gone = book.end(asked, store.find(asked));
        if (gone > 0) {
            lost.increment(gone);
            LOGGER.atWarn().addKeyValue("leases", gone).log("Leases were lost; another instance delivers");
        }
        return book.pause();
    }
}
