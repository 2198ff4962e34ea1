package attune.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.awaitility.Awaitility.await;

/**
 * Clients whose phones keep what was not acknowledged and send it again under the same id, until it is. What was
 * acknowledged is remembered; so is what was refused for its content.
 */
final class Outbox implements AutoCloseable {

    /** Answers that a phone takes as "not now": everything else is a fault. */
    private static final Set<Integer> NOT_NOW = Set.of(429, 502, 503, 504);
    private static final int PHONES = 5;
    private static final int PAUSE_MILLIS = 200;

    private final ScheduledExecutorService phones = Executors.newScheduledThreadPool(PHONES);
    private final Queue<Told> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final List<Phone> all = new ArrayList<>();
    private volatile boolean closing;

    /**
     * Something that a client told.
     *
     * @param kind {@code check-in}, {@code conflict} or {@code entry}
     * @param tries how often it was sent
     */
    record Told(Visitor client, String kind, String id, String path, Map<String, Object> body, int tries) {}

    /** Lets clients tell, each phone for its own clients, with values drawn from the seed. */
    static Outbox of(List<Visitor> clients, long seed) {
        Outbox outbox = new Outbox();
        for (int phone = 0; phone < PHONES; phone++) {
            List<Visitor> own = new ArrayList<>();
            for (int i = phone; i < clients.size(); i += PHONES) {
                own.add(clients.get(i));
            }
            Phone one = outbox.new Phone(own, new Random(seed + phone));
            outbox.all.add(one);
            Future<?> _ = outbox.phones.scheduleWithFixedDelay(one, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return outbox;
    }

    private final class Phone implements Runnable {

        private final List<Visitor> clients;
        private final Random random;
        private final Map<Visitor, String> conflicts = new HashMap<>();
        private Told waiting;
        private volatile boolean idle;

        Phone(List<Visitor> clients, Random random) {
            this.clients = clients;
            this.random = random;
            this.waiting = next();
        }

        @Override
        public void run() {
            if (closing && waiting.tries() == 0) {
                idle = true;
                return;
            }
            waiting = new Told(waiting.client(), waiting.kind(), waiting.id(), waiting.path(), waiting.body(),
                    waiting.tries() + 1);
            try {
                Web.Answer answer = waiting.client().tryToPut(waiting.path(), waiting.body());
                count(answer.status());
                take(answer);
            } catch (IOException e) {
                count(0);
            }
        }

        private void take(Web.Answer answer) {
            if (answer.status() == 200 || answer.status() == 201) {
                acknowledged.add(waiting);
                if ("conflict".equals(waiting.kind())) {
                    conflicts.put(waiting.client(), waiting.id());
                }
                waiting = next();
            } else if (answer.status() == 400 && "refused".equals(waiting.kind())) {
                refused.add(waiting.id());
                waiting = next();
            } else if (!NOT_NOW.contains(answer.status())) {
                faults.add(answer.status() + " to " + waiting.path() + ": " + answer.body());
                waiting = next();
            }
        }

        private Told next() {
            Visitor client = clients.get(random.nextInt(clients.size()));
            String id = new java.util.UUID(random.nextLong(), random.nextLong()).toString();
            id = id.substring(0, 14) + "4" + id.substring(15, 19) + "a" + id.substring(20);
            int draw = random.nextInt(100);
            String conflict = conflicts.get(client);
            if (draw < 3) {
                return new Told(client, "refused", id, "/check-ins/" + id, Map.of("mood", 9), 0);
            }
            if (draw < 35) {
                return new Told(client, "conflict", id, "/conflicts/" + id, Visitor.heatedConflict("told " + draw), 0);
            }
            return draw < 50 && conflict != null
                    ? new Told(client, "entry", id, "/conflicts/" + conflict + "/entries/" + id,
                            Map.of("kind", "note", "note", "told " + draw), 0)
                    : new Told(client, "check-in", id, "/check-ins/" + id,
                            Visitor.checkIn(1 + draw % 5, "told " + draw), 0);
        }
    }

    private void count(int status) {
        answers.computeIfAbsent(status, _ -> new AtomicInteger()).incrementAndGet();
    }

    /** Tells nothing new and waits until all that was begun is acknowledged. */
    void finish() {
        closing = true;
        await("all is acknowledged").atMost(House.LONG).until(() -> all.stream().allMatch(phone -> phone.idle));
        phones.shutdown();
    }

    List<Told> acknowledged() {
        return List.copyOf(acknowledged);
    }

    List<String> refused() {
        return List.copyOf(refused);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How often each status came back; 0 is a broken connection. */
    Map<Integer, AtomicInteger> answers() {
        return answers;
    }

    @Override
    public void close() {
        closing = true;
        phones.shutdownNow();
    }
}
