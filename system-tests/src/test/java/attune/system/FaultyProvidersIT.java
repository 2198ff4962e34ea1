package attune.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import attune.embedded.EmbeddedIdentity;
import attune.events.Channel;
import attune.events.NotificationId;
import attune.system.Practices.Taken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances deliver while mail, push services and the systems behind webhooks change their faults several times a second, and the instances, the
 * broker and the database are killed ({@code kill -9}) at random moments and come back. Nothing may be lost, the books
 * must add up, and what comes twice must be known for the same. {@code -Dattune.kills.seed=N} repeats the same choices,
 * {@code -Dattune.kills.rounds=N} kills each of them so often.
 */
@Order(1)
class FaultyProvidersIT {

    /** There are as many suggestions at most: nobody gets two on one day. */
    private static final int PEOPLE = 600;
    private static final int ROUNDS = Integer.getInteger("attune.kills.rounds", 1);
    private static final int BETWEEN_SUGGESTIONS_MILLIS = 100;
    private static final int SUGGESTIONS_A_CASE = 3;
    private static final int BETWEEN_FAULTS_MILLIS = 150;
    private static final int LONGEST_WAIT_MILLIS = 2_000;
    /** Longer than a delivery that has begun can take: its turn at the gate and the answer, two seconds each. */
    private static final int UNDER_WAY_MILLIS = 5_000;
    private static final List<Channel> CHANNELS = List.of(Channel.EMAIL, Channel.PUSH);
    private static final Duration LONG = Duration.ofMinutes(2);

    private final long seed = Long.getLong("attune.kills.seed", new Random().nextLong(1_000_000));
    private final Random random = new Random(seed);
    private final Random moods = new Random(seed);
    private final Path folder = SharedHouse.folder("providers");
    private final Set<NotificationId> told = ConcurrentHashMap.newKeySet();
    private final Map<String, Object> figures = new TreeMap<>();
    private volatile boolean telling = true;

    @Test
    void losesNothingAndRepeatsOnlyUnderTheSameKey() throws Exception {
        try (EmbeddedIdentity identity = EmbeddedIdentity.start(EmbeddedIdentity.Settings.inMemory());
                Providers providers = Providers.start(folder.resolve("mail"));
                ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);
                TwoInstances house = TwoInstances.start(folder, identity, providers)) {
            try (Pen pen = new Pen(house.brokers())) {
                IntStream.range(0, PEOPLE).forEach(i -> pen.wantsAll(person(i), providers.device(i)));
                house.awaitReady();
                providers.practices().register(house, pen);
                Future<?> changing = clock.scheduleAtFixedRate(() -> providers.change(moods), 0,
                        BETWEEN_FAULTS_MILLIS, TimeUnit.MILLISECONDS);
                Future<?> writing = clock.submit(() -> tell(pen, providers.practices(), clock));
                after(LONGEST_WAIT_MILLIS, clock);
                providers.practices().changeSecrets(house);
                Future<?> forgetting = clock.schedule(providers.practices()::forgetFirstSecrets, UNDER_WAY_MILLIS,
                        TimeUnit.MILLISECONDS);
                for (int round = 0; round < ROUNDS; round++) {
                    killEverybody(house, clock);
                }
                telling = false;
                writing.get();
                forgetting.get();
                changing.cancel(false);
            }
            after(BETWEEN_FAULTS_MILLIS, clock); // a last change may have been under way
            providers.heal();
            long healed = System.nanoTime();
            Attempts attempts = awaitAllSent(house, providers.practices().told());
            figures.put("seconds from the last fault until all was sent",
                    Duration.ofNanos(System.nanoTime() - healed).toSeconds());
            check(providers, attempts);
            checkWebhooks(providers.practices().taken(), attempts);
            assertThat(house.differences()).as("differences of the books").containsOnly(0L);
        } catch (AssertionError e) {
            throw new AssertionError("With the seed " + seed + ": " + e.getMessage(), e);
        } finally {
            System.out.println("faulty providers, seed " + seed + ": " + figures);
        }
    }

    private static String person(int number) {
        return "p" + number;
    }

    /** One suggestion after the other, until all processes have died and come back. */
    private void tell(Pen pen, Practices practices, ScheduledExecutorService clock) {
        for (int i = 0; telling && i < PEOPLE; i++) {
            if (i % SUGGESTIONS_A_CASE == 0) {
                practices.openCase(pen, person(i));
            }
            told.add(pen.suggest(person(i)));
            after(BETWEEN_SUGGESTIONS_MILLIS, clock);
        }
    }

    private void killEverybody(TwoInstances house, ScheduledExecutorService clock) {
        List<String> victims = new ArrayList<>(house.names());
        Collections.shuffle(victims, random);
        for (String victim : victims) {
            after(random.nextInt(LONGEST_WAIT_MILLIS), clock);
            house.kill(victim);
            after(random.nextInt(LONGEST_WAIT_MILLIS), clock);
            house.restart(victim);
            house.awaitReady();
        }
        figures.merge("killed", victims, (before, more) -> before + ", " + more);
    }

    private static void after(int millis, ScheduledExecutorService clock) {
        try {
            clock.schedule(() -> {}, millis, TimeUnit.MILLISECONDS).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Attempts awaitAllSent(TwoInstances house, Set<NotificationId> cases) {
        figures.put("notifications", told.size());
        figures.put("notices of cases", cases.size());
        return await("all is sent").atMost(LONG).pollInterval(Duration.ofSeconds(1))
                .until(() -> Attempts.read(house.brokers()), attempts -> CHANNELS.stream()
                        .allMatch(channel -> attempts.sent(channel).containsAll(told))
                        && attempts.sent(Channel.WEBHOOK).containsAll(cases));
    }

    /** Each person got their one notification by mail and by push, and under no other key than its own. */
    private void check(Providers providers, Attempts attempts) {
        for (Channel channel : CHANNELS) {
            List<NotificationId> taken = providers.taken(channel);
            Set<NotificationId> different = new HashSet<>(taken);
            String name = channel.wireName();
            figures.put(name + ": taken", taken.size());
            figures.put(name + ": lost", told.stream().filter(one -> !different.contains(one)).count());
            figures.put(name + ": twice, under the same key", taken.size() - different.size());
            figures.put(name + ": of these without a failed attempt on the log", attempts.unexplained(channel, taken));
            assertThat(different).as(name).isEqualTo(told);
        }
        // Apple drops what has the same id; a second one for a notification would be shown twice.
        assertThat(providers.apnsIds()).allSatisfy((_, ids) -> assertThat(ids).hasSize(1));
    }

    /** Each system got each notice by itself, signed with a secret that it believes, and under no other id than its own. */
    private void checkWebhooks(List<Taken> all, Attempts attempts) {
        figures.put("webhook: taken", all.stream().mapToInt(one -> one.came().size()).sum());
        figures.put("webhook: lost", all.stream().mapToLong(Taken::lost).sum());
        figures.put("webhook: twice, under the same key", all.stream().mapToInt(Taken::twice).sum());
        figures.put("webhook: of these without a failed attempt on the log",
                all.stream().mapToLong(one -> attempts.unexplained(one.webhook(), one.came())).sum());
        assertThat(all).allSatisfy(one -> assertThat(one.different()).as("webhook").isEqualTo(one.wanted()));
    }
}
