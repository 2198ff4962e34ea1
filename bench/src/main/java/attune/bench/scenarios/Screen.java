package attune.bench.scenarios;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BooleanSupplier;

import attune.bench.contest.Contender;
import attune.bench.contest.Goal;
import attune.bench.contest.Metric;
import attune.bench.contest.Plan;
import attune.bench.contest.Result;
import attune.bench.load.EventStreams;
import attune.bench.load.HttpLoad;
import attune.bench.load.HttpRequest;
import attune.bench.load.Ids;
import attune.bench.load.Recording;
import attune.bench.load.Schedule;
import attune.bench.load.ServerEvent;

/**
 * The whole main job on one clock: from the moment a client's conflict is due to be sent to the moment the notification
 * about it is on that client's open stream.
 */
final class Screen implements Scenario {

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final int CONNECTIONS = 64;

    @Override
    public String title() {
        return "screen";
    }

    @Override
    public List<String> goals() {
        return List.of("G8");
    }

    @Override
    public String what() {
        return "conflict sent to notification on the client's stream / raw two hop, both at 200/s";
    }

    @Override
    public List<Result> run(Lab lab) throws IOException, Missing {
        lab.require("checkin-service", "coach-service", "notification-service", "gateway");
        try (House house = House.open(lab)) {
            House.Room checkin = house.service("checkin-service");
            House.Room coach = house.service("coach-service");
            House.Room notification = house.service("notification-service");
            House.Room gateway = house.service("gateway", Map.of(
                    "ATTUNE_CHECKIN_URI", checkin.at("").toString(),
                    "ATTUNE_COACH_URI", coach.at("").toString(),
                    "ATTUNE_NOTIFICATION_URI", notification.at("").toString()));
            Clients clients = new Clients(house.tokens(people(lab.contest().plan())),
                    new Ids(InstantSource.system(), lab.settings().seed()), new AtomicInteger());
            Contender ours = Contender.of("the whole of Attune", length -> Turns.watched(
                    List.of(gateway.process(), checkin.process(), coach.process(), notification.process()),
                    () -> round(gateway, clients, Schedule.of(Hops.PER_SECOND, length))));
            return List.of(lab.contest()
                    .run(Goal.ofRatio("G8", what(), Metric.P99, 4.0, 2.5).andFigure(150, 100),
                            Hops.raw(lab, house.kafka()), ours));
        }
    }

    /** A new client for each conflict: what was suggested to somebody before may silence what is suggested now. */
    private static int people(Plan plan) {
        long seconds = plan.warmUps() * plan.warmUp().toSeconds() + plan.rounds() * plan.round().toSeconds();
        return (int) (seconds * Hops.PER_SECOND);
    }

    private static Recording round(House.Room gateway, Clients clients, Schedule schedule) throws IOException {
        int count = (int) schedule.count();
        int first = clients.used().getAndAdd(count);
        Recording recording = new Recording();
        AtomicLongArray due = new AtomicLongArray(count);
        AtomicInteger listening = new AtomicInteger();
        long start = System.nanoTime();
        try (EventStreams _ = EventStreams.open(gateway.address(), count,
                stream -> HttpRequest.stream("/api/v1/notifications/stream", clients.token(first + stream)),
                event -> arrived(event, listening, due, recording))) {
            await(() -> listening.get() == count);
            Recording sent = new HttpLoad(gateway.address(), CONNECTIONS,
                    index -> clients.conflict(first + (int) index))
                    .open(schedule, (index, nanos) -> due.set((int) index, nanos));
            requireAccepted(sent);
            await(() -> recording.answered() == count);
            recording.lateAs(sent);
        }
        for (int i = 0; i < count; i++) {
            if (due.get(i) != 0) {
                recording.failed(System.nanoTime() - due.get(i));
            }
        }
        recording.took(System.nanoTime() - start);
        return recording;
    }

    private static void arrived(ServerEvent event, AtomicInteger listening, AtomicLongArray due,
            Recording recording) {
        switch (event.name()) {
            case "ready" -> listening.incrementAndGet();
            case "notification" -> {
                long moment = due.getAndSet(event.stream(), 0);
                if (moment != 0) {
                    recording.answered(event.atNanos() - moment);
                }
            }
            default -> {
                return; // a change of state, or a reset; a notification lost by it counts as failed
            }
        }
    }

    private static void requireAccepted(Recording sent) throws IOException {
        if (sent.failed() > sent.answered()) {
            throw new IOException("Most conflicts were refused: %d of %d".formatted(sent.failed(),
                    sent.failed() + sent.answered()));
        }
    }

    private static void await(BooleanSupplier fact) {
        long end = System.nanoTime() + GRACE.toNanos();
        while (!fact.getAsBoolean() && System.nanoTime() < end) {
            Schedule.awaitNanos(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /** The clients of a run; each speaks once. */
    private record Clients(List<String> tokens, Ids ids, AtomicInteger used) {

        String token(int number) {
            return tokens.get(number % tokens.size());
        }

        ByteBuffer conflict(int number) {
            return HttpRequest.json("PUT", "/api/v1/conflicts/" + ids.next(), token(number), """
                    {"about":"partner","topic":"money","intensity":4,"arousal":5,"stillGoingOn":true,\
                    "whatHappened":"We shouted at each other about the rent and I left the room.",\
                    "saidOrDone":["criticism","defensiveness"],"understood":2,"audience":["coach"]}""");
        }
    }
}
