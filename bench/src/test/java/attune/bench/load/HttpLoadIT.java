package attune.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The driver against a real, tiny server in the same process. */
class HttpLoadIT {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger seen = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void showsAStallOfTheServerInTheLatencyOfEveryRequestThatWasDueMeanwhile() throws Exception {
        int stall = 500;
        serve(exchange -> {
            if (seen.incrementAndGet() == 100) {
                stallFor(stall);
            }
            answer(exchange, 201, "");
        });

        // One connection, 500 a second for 2 seconds: a stall of half a second holds up a quarter of all requests.
        // A driver that waits for answers before it sends would see one slow request in a thousand and a good p99.
        Recording recording = load(1).open(Schedule.of(500, Duration.ofSeconds(2)));

        assertThat(recording.answered()).isEqualTo(1_000);
        assertThat(recording.failed()).isZero();
        assertThat(recording.latency().max()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toMicros(stall));
        assertThat(recording.latency().p99()).isGreaterThan(TimeUnit.MILLISECONDS.toMicros(stall * 8 / 10));
    }

    @Test
    void keepsAllConnectionsBusyWhenAskedForTheCeiling() throws Exception {
        serve(exchange -> {
            seen.incrementAndGet();
            answer(exchange, 200, "fine");
        });

        Recording recording = load(4).closed(Duration.ofMillis(300));

        assertThat(recording.answered()).isPositive().isEqualTo(seen.get());
        assertThat(recording.failed()).isZero();
    }

    @Test
    void countsRefusalsAsFailures() throws Exception {
        serve(exchange -> answer(exchange, seen.incrementAndGet() % 2 == 0 ? 503 : 201, ""));

        Recording recording = load(2).open(new Schedule(1_000, 100));

        assertThat(recording.answered()).isEqualTo(50);
        assertThat(recording.failed()).isEqualTo(50);
    }

    @Test
    void goesOnWithANewConnectionWhenOneBreaks() throws Exception {
        serve(exchange -> {
            if (seen.incrementAndGet() == 10) {
                throw new IOException("cut");
            }
            answer(exchange, 201, "");
        });

        Recording recording = load(1).open(new Schedule(1_000, 100));

        assertThat(recording.answered()).isEqualTo(99);
        assertThat(recording.failed()).isOne();
    }

    @Test
    void countsWhatWasNeverAnsweredAsFailed() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        serve(exchange -> {
            seen.incrementAndGet();
            await(never);
            answer(exchange, 201, "");
        });

        Recording recording = new HttpLoad(server.getAddress(), 2, HttpLoadIT::request, Duration.ofMillis(100))
                .open(new Schedule(1_000, 10));
        never.countDown();

        assertThat(recording.answered()).isZero();
        assertThat(recording.failed()).isEqualTo(10);
    }

    @Test
    void hearsEveryServerSentEventOnEveryStream() throws Exception {
        serve(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 3; i++) {
                exchange.getResponseBody().write("id: %d\ndata: x\n\n".formatted(i).getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            await(new CountDownLatch(1));
        });
        CountDownLatch heard = new CountDownLatch(6);
        Queue<ServerEvent> events = new ConcurrentLinkedQueue<>();

        try (EventStreams _ = EventStreams.open(server.getAddress(), 2, _ -> HttpRequest.stream("/", ""), event -> {
            events.add(event);
            heard.countDown();
        })) {
            assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(events).extracting(event -> event.stream() + "/" + event.id())
                .containsExactlyInAnyOrder("0/0", "0/1", "0/2", "1/0", "1/1", "1/2");
    }

    private void serve(HttpHandler handler) {
        server.createContext("/", handler);
    }

    private HttpLoad load(int connections) {
        return new HttpLoad(server.getAddress(), connections, HttpLoadIT::request);
    }

    private static ByteBuffer request(long index) {
        return HttpRequest.json("PUT", "/things/" + index, "", "{}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void stallFor(long millis) {
        Schedule.awaitNanos(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
