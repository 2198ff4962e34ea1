package attune.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small HTTP server for people on this machine. It answers only requests that were sent to this machine by name, so
 * that a web page from elsewhere cannot reach it under a name of its own.
 */
final class LoopbackHttp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackHttp.class);
    private static final int BODY_AT_MOST = 64 * 1024;

    static {
        // Without it every second answer on a kept connection waits 40 ms for the peer's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private LoopbackHttp(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * What to answer.
     *
     * @param status the HTTP status
     * @param headers further headers; {@code Content-Type} belongs here
     * @param body the text, empty for none
     */
    record Answer(int status, Map<String, String> headers, String body) {

        static Answer text(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), body);
        }

        static Answer json(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), body);
        }
    }

    /** Answers one request; runs on a thread of its own and may wait. */
    interface Handler {
        Answer answer(HttpExchange exchange) throws IOException;
    }

    /** Takes the port; nothing is answered before {@link #serve}. */
    static LoopbackHttp bind(String who, int port) {
        try {
            HttpServer server = HttpServer.create(Loopback.address(port), 0);
            return new LoopbackHttp(server, Executors.newVirtualThreadPerTaskExecutor());
        } catch (IOException e) {
            throw new EmbeddedException.PortInUse(who, port, e);
        }
    }

    void serve(Handler handler) {
        server.setExecutor(threads);
        server.createContext("/", guarded(handler));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private HttpHandler guarded(Handler handler) {
        return exchange -> {
            try (exchange) {
                send(exchange, isForUs(exchange) ? handler.answer(exchange) : Answer.text(403, "Ask for localhost.\n"));
            } catch (RuntimeException e) {
                LOG.error("A request to a page of this machine failed", e);
                send(exchange, Answer.text(500, "Something went wrong; the log says more.\n"));
            }
        };
    }

    private boolean isForUs(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && Set.of("localhost:" + port(), Loopback.HOST + ":" + port()).contains(host);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        boolean withoutBody = body.length == 0 || "HEAD".equals(exchange.getRequestMethod());
        exchange.sendResponseHeaders(answer.status(), withoutBody ? -1 : body.length);
        if (!withoutBody) {
            exchange.getResponseBody().write(body);
        }
    }

    /** The body as text; bodies that are too long are cut, which makes them invalid for whoever reads them. */
    static String body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            return new String(in.readNBytes(BODY_AT_MOST), StandardCharsets.UTF_8);
        }
    }

    /** Stops at once; answers that are under way are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

}
