package attune.coach;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A client of the live feed on a bare socket, which can break off at any byte. */
final class StreamClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Socket socket;
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();

    private StreamClient(Socket socket) {
        this.socket = socket;
    }

    /** What came over the wire as one event. */
    record Frame(String id, String name, String data) {

        JsonNode json() {
            return JSON.readTree(data);
        }
    }

    static StreamClient open(RunningService service, String coach, String lastEventId) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
            StreamClient client = new StreamClient(socket);
            socket.getOutputStream().write(("GET /api/v1/feed/stream HTTP/1.0\r\nHost: localhost\r\n"
                    + "Accept: text/event-stream\r\nAuthorization: Bearer " + RunningService.token(coach) + "\r\n"
                    + (lastEventId.isEmpty() ? "" : "Last-Event-ID: " + lastEventId + "\r\n") + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            Thread.ofVirtual().start(() -> client.read(answer));
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(InputStream answer) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).contains(" 200 ");
            String id = "";
            String name = "";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !name.isEmpty()) {
                    frames.add(checked(new Frame(id, name, data.toString())));
                    name = "";
                    data.setLength(0);
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
        } catch (IOException e) {
            // The test broke off.
        }
    }

    private static Frame checked(Frame frame) {
        if (frame.name().equals("item")) {
            OpenApi.check("ClientFeedItem", frame.json());
        }
        return frame;
    }

    Frame next() {
        Frame frame = nextWithin(LONG);
        assertThat(frame).as("a frame of the stream").isNotNull();
        return Objects.requireNonNull(frame);
    }

    /** The next item of a client. */
    Frame nextOf(String client) {
        Frame frame = next();
        while (!frame.data().contains("\"" + client + "\"")) {
            frame = next();
        }
        return frame;
    }

    @Nullable
    Frame nextWithin(Duration patience) {
        try {
            return frames.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Collects items until the stream is closed. */
    void items(Collection<String> items) {
        while (!socket.isClosed()) {
            Frame frame = nextWithin(Duration.ofMillis(200));
            if (frame != null && frame.name().equals("item")) {
                items.add(frame.json().get("item").toString());
            }
        }
    }

    @Override
    public void close() {
        hangUp();
    }

    void hangUp() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
