package attune.notification.leases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import attune.notification.leases.LeaseBook.Wish;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Instances whose clocks start anywhere and run up to a tenth too fast or too slow, that stand still at any moment, want
 * the same partitions, and whose writes break off, come late or never: no two ever hold one lease.
 */
class ManyInstancesTests {

    private static final LeaseSettings SETTINGS = new LeaseSettings(Duration.ofSeconds(15));
    private static final Set<Integer> PARTITIONS = Set.of(0, 1, 2);
    private static final int INSTANCES = 3;
    private static final int STEPS = 4_000;
    private static final int WORLDS = 100;

    @Test
    void noTwoEverHoldOneLease() {
        long taken = 0;
        long lost = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Universe universe = new Universe(seed);
            universe.pass();
            taken += universe.taken;
            lost += universe.lost;
        }
        assertThat(taken).isGreaterThan(20L * WORLDS);
        assertThat(lost).isGreaterThan(WORLDS);
    }

    @Test
    void inTheEndEachLeaseIsHeldByTheOneWhoWantsIt() {
        for (int seed = 0; seed < WORLDS; seed++) {
            Universe universe = new Universe(seed);
            universe.pass();
            universe.calmDown();
        }
    }

    /** One course of things, drawn from a seed. */
    private static final class Universe {

        private final int seed;
        private final Random random;
        private final LeaseTable table = new LeaseTable();
        private final List<LeaseWrite> late = new ArrayList<>();
        private final List<Instance> instances;
        private long now;
        private long taken;
        private long lost;

        Universe(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.instances = IntStream.range(0, INSTANCES).mapToObj(i -> new Instance("i" + i)).toList();
        }

        void pass() {
            for (int i = 0; i < STEPS; i++) {
                instances.get(random.nextInt(INSTANCES)).step();
                if (!late.isEmpty() && random.nextInt(10) == 0) {
                    table.write(late.remove(random.nextInt(late.size())));
                }
                check();
                now += random.nextInt(40) == 0
                        ? random.nextLong(2 * SETTINGS.length().toNanos())
                        : random.nextLong(SETTINGS.length().toNanos() / 20);
                check();
            }
        }

        private void check() {
            for (int partition : PARTITIONS) {
                int holders = 0;
                for (Instance one : instances) {
                    holders += one.book.of(partition).isPresent() ? 1 : 0;
                }
                if (holders > 1) {
                    throw new AssertionError("Seed " + seed + ": " + holders + " hold partition " + partition);
                }
            }
        }

        /** Nothing goes wrong any more, and each partition has one instance that wants it. */
        void calmDown() {
            late.clear();
            List<Set<Integer>> wanted = IntStream.range(0, INSTANCES)
                    .mapToObj(i -> PARTITIONS.stream().filter(partition -> partition % INSTANCES == i)
                            .collect(Collectors.toSet()))
                    .toList();
            for (int i = 0; i < 40; i++) {
                for (int j = 0; j < INSTANCES; j++) {
                    instances.get(j).round(new Wish(wanted.get(j), Set.of()));
                    check();
                }
                now += SETTINGS.look().toNanos();
                check();
            }
            for (int j = 0; j < INSTANCES; j++) {
                LeaseBook book = instances.get(j).book;
                assertThat(wanted.get(j)).as("seed %s", seed)
                        .allSatisfy(partition -> assertThat(book.of(partition)).isPresent());
            }
        }

        /** A process on a machine with a clock of its own; between any two of its steps it may stand still. */
        private final class Instance {

            private final double rate = 0.9 + 0.2 * random.nextDouble();
            private final long offset = random.nextLong();
            private final LeaseBook book;
            private final List<LeaseWrite> sent = new ArrayList<>();
            private Map<Integer, Stored> read = Map.of();
            private Wish wish = new Wish(PARTITIONS, Set.of());
            private Next next = Next.BEGIN;

            Instance(String name) {
                this.book = new LeaseBook(name, SETTINGS, () -> offset + (long) (now * rate));
            }

            void step() {
                if (next != Next.BEGIN && random.nextInt(30) == 0) {
                    breakOff();
                    return;
                }
                switch (next) {
                    case BEGIN -> {
                        wish = random.nextInt(20) == 0 ? new Wish(some(), some()) : wish;
                        sent.addAll(book.begin(wish));
                        taken += sent.stream().filter(LeaseWrite.Take.class::isInstance).count();
                        next = Next.WRITE;
                    }
                    case WRITE -> {
                        if (sent.isEmpty()) {
                            next = Next.READ;
                        } else {
                            table.write(sent.remove(random.nextInt(sent.size())));
                        }
                    }
                    case READ -> {
                        read = table.all();
                        next = Next.END;
                    }
                    case END -> {
                        lost += book.end(PARTITIONS, read);
                        next = Next.BEGIN;
                    }
                }
            }

            /** It hears no answer. What it has sent may still arrive, some time or never. */
            private void breakOff() {
                if (random.nextBoolean()) {
                    late.addAll(sent);
                }
                sent.clear();
                next = Next.BEGIN;
            }

            void round(Wish calm) {
                book.begin(calm).forEach(table::write);
                book.end(PARTITIONS, table.all());
            }

            private Set<Integer> some() {
                Set<Integer> some = new HashSet<>(PARTITIONS);
                some.removeIf(_ -> random.nextBoolean());
                return some;
            }
        }

        private enum Next {
            BEGIN,
            WRITE,
            READ,
            END
        }
    }
}
