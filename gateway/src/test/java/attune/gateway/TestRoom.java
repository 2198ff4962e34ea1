package attune.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/** A room behind the gateway: a real server that remembers what reached it. */
final class TestRoom implements AutoCloseable {

    /**
     * What reached the room.
     *
     * @param headers by their names in lower case
     */
    record Seen(String method, String uri, Map<String, String> headers, String body) {}

    private final DisposableServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    private TestRoom(String document) {
        this.server = HttpServer.create()
                .runOn(LoopResources.create("room", 1, true))
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes
                        .get("/openapi.json", (_, response) -> response.header("Content-Type", "application/json")
                                .sendString(Mono.just(document)))
                        .get("/api/v1/{room}/slow", (_, _) -> Mono.never())
                        .get("/api/v1/{room}/cut", (_, response) -> response
                                .withConnection(connection -> {
                                    var _ = connection.channel().close();
                                }))
                        .get("/api/v1/{room}/reset", (_, response) -> response
                                .withConnection(connection -> {
                                    connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
                                    var _ = connection.channel().close();
                                }))
                        .get("/api/v1/{room}/stream", TestRoom::stream)
                        .get("/api/v1/{room}/page", TestRoom::page)
                        .route(_ -> true, this::answer))
                .bindNow();
    }

    static TestRoom start(String document) {
        return new TestRoom(document);
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    List<Seen> seen() {
        return seen;
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
            Map<String, String> headers = new TreeMap<>();
            request.requestHeaders().forEach(header -> headers.merge(header.getKey().toLowerCase(Locale.ROOT),
                    header.getValue(), (a, b) -> a + " | " + b));
            seen.add(new Seen(request.method().name(), request.uri(), headers, body));
            return response.header("Server", "secret-server/1.0")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "default-src 'none'")
                    .header("Set-Cookie", "a=b")
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Attune-Position", "journal-3@7")
                    .header("ETag", "\"1\"")
                    .header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .sendString(Mono.just("{\"ok\":true}"))
                    .then();
        });
    }

    /** Under the policy that the {@code Attune-Position} of the request names: one of few headers that come so far. */
    private static Publisher<Void> page(HttpServerRequest request, HttpServerResponse response) {
        return response.header("Content-Security-Policy", request.requestHeaders().get("Attune-Position", ""))
                .header(HttpHeaderNames.CONTENT_TYPE, "text/html")
                .sendString(Mono.just("<title>Page</title>"));
    }

    private static Publisher<Void> stream(HttpServerRequest request, HttpServerResponse response) {
        String from = request.requestHeaders().get("Last-Event-ID", "none");
        return response.sse()
                .sendString(Flux.concat(Mono.just("data: from " + from + "\n\n"),
                        Flux.interval(Duration.ofMillis(100)).map(i -> "data: " + i + "\n\n")));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
