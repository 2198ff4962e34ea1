package attune.local.play;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import attune.local.api.Api;
import attune.local.api.UnreachableException;

/**
 * The live streams of the clients' inboxes, one each. A stream that ends is taken up again where it was. Ends with its
 * own HTTP client.
 */
final class InboxStreams implements AutoCloseable {

    private static final Duration OPENING = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int OK = 200;

    private final Api api;
    private final HttpClient http = Api.client();
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final CountDownLatch opening;
    private volatile boolean done;

    private InboxStreams(Api api, int clients) {
        this.api = api;
        this.opening = new CountDownLatch(clients);
    }

    /**
     * Opens them and waits until all of them are.
     *
     * @throws UnreachableException if one does not open
     */
    static InboxStreams open(Api api, List<String> clients) {
        InboxStreams streams = new InboxStreams(api, clients.size());
        clients.forEach(client -> Thread.ofVirtual().name("inbox").start(() -> streams.follow(client)));
        try {
            if (streams.opening.await(OPENING.toMillis(), TimeUnit.MILLISECONDS)) {
                return streams;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        streams.close();
        throw new UnreachableException("The live streams of the inboxes did not open.", null);
    }

    /** What has come so far, in no order. */
    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    private void follow(String client) {
        Follower follower = new Follower(client);
        while (!done) {
            follower.once();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void close() {
        done = true;
        http.shutdownNow();
    }

    /** One client's connection, over and over. */
    private final class Follower {

        private final String client;
        private boolean begun;
        private String lastEventId = "";
        private String id = "";
        private String name = "";
        private final StringBuilder data = new StringBuilder();

        private Follower(String client) {
            this.client = client;
        }

        private void once() {
            try {
                HttpRequest.Builder request = api.request(client, "/notifications/stream")
                        .header("Accept", "text/event-stream");
                if (!lastEventId.isEmpty()) {
                    request.header("Last-Event-ID", lastEventId);
                }
                HttpResponse<Stream<String>> response = http.send(request.build(), BodyHandlers.ofLines());
                try (Stream<String> lines = response.body()) {
                    if (response.statusCode() == OK) {
                        lines.forEach(this::line);
                    }
                }
            } catch (IOException | RuntimeException _) {
                // it is taken up again
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private void line(String line) {
            if (line.isEmpty()) {
                event();
            } else if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                name = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data.append(line, 5, line.length());
            }
        }

        private void event() {
            if ("notification".equals(name)) {
                JsonNode told = api.json().readTree(data.toString());
                if (Lists.isOfSuggestion(told)) {
                    arrivals.add(new Arrival(client, told.path("id").asString(""),
                            told.path("about").path("id").asString(""), System.nanoTime()));
                }
            }
            if (!name.isEmpty()) {
                lastEventId = id;
                begin();
            }
            name = "";
            data.setLength(0);
        }

        private void begin() {
            if (!begun) {
                begun = true;
                opening.countDown();
            }
        }
    }
}
