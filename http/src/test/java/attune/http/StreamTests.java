package attune.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import attune.http.kit.TestProvider;
import attune.http.streams.EventStreams;
import attune.http.streams.StreamEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** Server-sent events over a real connection. */
@TestPropertySource(properties = {"attune.streams.heartbeat=1s", "attune.streams.per-person=3"})
class StreamTests extends RoomTests {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    private EventStreams streams;

    @Test
    void keepsEachEventOneEventWhateverIsInIt() throws Exception {
        try (Stream stream = open("client-7", "/api/v1/stream")) {
            stream.readUntil("event: begin");
            byte[] data = "{\"note\":\"a\ndata: forged\r\n\nevent: reset\"}".getBytes(StandardCharsets.UTF_8);
            Room.EVENTS.tryEmitNext(StreamEvent.of("1-2@3", "note", data));
            String text = stream.readUntil("reset\"}");
            assertThat(text.substring(text.indexOf("id: 1-2@3"))).isEqualTo("""
                    id: 1-2@3
                    event: note
                    data: {"note":"a
                    data: data: forged
                    data:\s
                    data:\s
                    data: event: reset"}""");
        }
    }

    @Test
    void beginsWithRetryAndBeatsOn() throws Exception {
        try (Stream stream = open("client-8", "/api/v1/stream")) {
            assertThat(stream.readUntil("event: begin")).startsWith("retry: ");
            assertThat(stream.readUntil("\n:\n\n")).isNotBlank();
            assertThat(stream.response.headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(stream.response.headers().firstValue("X-Accel-Buffering")).contains("no");
            assertThat(stream.response.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void endsWhenTheTokenEnds() throws Exception {
        String token = PROVIDER.token("client-9", claims -> claims.expirationTime(TestProvider.inSeconds(3)), "client");
        try (Stream stream = openWith(token, "/api/v1/stream", "")) {
            assertThat(stream.readToEnd()).contains("event: begin").endsWith("\n\n");
        }
    }

    @Test
    void takesAnIdToGoOnFromAndNothingElse() throws Exception {
        String token = PROVIDER.token("client-10", "client");
        try (Stream stream = openWith(token, "/api/v1/stream", "2026-11-23_a@7")) {
            assertThat(stream.readUntil("event: begin\ndata: 2026-11-23_a@7\n\n")).isNotBlank();
        }
        try (Stream stream = openWith(token, "/api/v1/stream", "a b\u00e4")) {
            assertThat(stream.readUntil("event: begin\ndata: none\n\n")).isNotBlank();
        }
    }

    @Test
    void boundsTheStreamsOfAPerson() throws Exception {
        List<Stream> open = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                open.add(open("client-11", "/api/v1/stream"));
                open.getLast().readUntil("event: begin");
            }
            try (Stream refused = open("client-11", "/api/v1/stream")) {
                assertThat(refused.response.statusCode()).isEqualTo(429);
                assertThat(refused.response.headers().firstValue("Retry-After")).isPresent();
                assertThat(refused.readToEnd()).contains("too-many-streams");
            }
            try (Stream other = open("client-12", "/api/v1/stream")) {
                assertThat(other.response.statusCode()).isEqualTo(200);
            }
        } finally {
            for (Stream stream : open) {
                stream.close();
            }
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> streams.openStreams() == 0);
    }

    @Test
    void tellsASlowClientToLoadAfresh() throws Exception {
        try (Stream stream = open("client-13", "/api/v1/flood")) {
            assertThat(stream.readToEnd()).contains("event: reset\ndata: {}\n\n").doesNotContain("id: 1999");
        }
    }

    private Stream open(String person, String path) throws Exception {
        return openWith(PROVIDER.token(person, "client"), path, "");
    }

    private Stream openWith(String token, String path, String lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new Stream(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    private static final class Stream implements AutoCloseable {

        private final HttpResponse<InputStream> response;
        private final StringBuilder text = new StringBuilder();

        Stream(HttpResponse<InputStream> response) {
            this.response = response;
        }

        String readUntil(String end) throws IOException {
            while (text.indexOf(end) < 0) {
                int next = response.body().read();
                assertThat(next).as("the stream ended after: %s", text).isNotNegative();
                text.append((char) next);
            }
            return text.toString();
        }

        String readToEnd() throws IOException {
            return text + new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            response.body().close();
        }
    }
}
