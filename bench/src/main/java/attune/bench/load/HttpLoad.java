package attune.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Load on an HTTP/1.1 server over keep-alive connections. {@link #open} keeps to a timetable and is what latencies are
 * taken from; {@link #closed} waits for each answer before it asks again, which hides stalls: it tells how much a
 * server can do at most and nothing else.
 *
 * @param target where the server listens
 * @param connections how many connections there are, above 0
 * @param requests makes the requests
 * @param grace how long answers are awaited after the last request was sent; what is missing then has failed
 */
public record HttpLoad(InetSocketAddress target, int connections, Requests requests, Duration grace) {

    private static final Duration GRACE = Duration.ofSeconds(10);

    public HttpLoad(InetSocketAddress target, int connections, Requests requests) {
        this(target, connections, requests, GRACE);
    }

    /**
     * Sends by the schedule. Blocks until all is answered or the grace is over.
     *
     * @throws IOException when the server cannot be reached at all
     */
    public Recording open(Schedule schedule) throws IOException {
        return open(schedule, Departures.IGNORED);
    }

    /**
     * Sends by the schedule and tells of each departure. Blocks until all is answered or the grace is over.
     *
     * @throws IOException when the server cannot be reached at all
     */
    public Recording open(Schedule schedule, Departures departures) throws IOException {
        Recording recording = new Recording();
        Waiting waiting = new Waiting();
        long start = System.nanoTime();
        try (Receiver receiver = new Receiver(target, recording, waiting)) {
            receiver.connect(connections).forEach(waiting::next);
            receiver.start();
            start = System.nanoTime() + Duration.ofMillis(50).toNanos();
            for (long i = 0; i < schedule.count() && !receiver.broken(); i++) {
                Shot shot = new Shot(start + schedule.dueNanos(i), requests.request(i));
                departures.due(i, shot.dueNanos());
                recording.late(Schedule.awaitNanos(shot.dueNanos()));
                send(shot, waiting);
            }
            await(() -> receiver.broken() || recording.answered() + recording.failed() >= schedule.count());
            recording.took(Math.max(receiver.lastAnswerNanos() - start, schedule.lengthNanos()));
        }
        for (Shot shot = waiting.giveUpOne(); shot != null; shot = waiting.giveUpOne()) {
            recording.failed(System.nanoTime() - shot.dueNanos());
        }
        return recording;
    }

    /**
     * Keeps every connection busy for a length of time.
     *
     * @throws IOException when the server cannot be reached at all
     */
    public Recording closed(Duration length) throws IOException {
        Recording recording = new Recording();
        AtomicLong sent = new AtomicLong();
        AtomicLong end = new AtomicLong(Long.MAX_VALUE);
        Feed feed = _ -> next(sent, end.get());
        try (Receiver receiver = new Receiver(target, recording, feed)) {
            var opened = receiver.connect(connections);
            long start = System.nanoTime();
            end.set(start + length.toNanos());
            for (Connection connection : opened) {
                connection.send(new Shot(System.nanoTime(), requests.request(sent.getAndIncrement())));
            }
            receiver.start();
            Schedule.awaitNanos(end.get());
            await(() -> receiver.broken() || recording.answered() + recording.failed() >= sent.get());
            recording.took(Math.max(receiver.lastAnswerNanos() - start, length.toNanos()));
        }
        return recording;
    }

    private static void send(Shot shot, Waiting waiting) {
        Connection connection = waiting.connectionFor(shot);
        if (connection != null) {
            connection.send(shot);
        }
    }

    private @Nullable Shot next(AtomicLong sent, long end) {
        long now = System.nanoTime();
        return now - end >= 0 ? null : new Shot(now, requests.request(sent.getAndIncrement()));
    }

    private void await(BooleanSupplier done) {
        long end = System.nanoTime() + grace.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            Schedule.awaitNanos(System.nanoTime() + Duration.ofMillis(1).toNanos());
        }
    }
}
