package attune.http.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import attune.http.tokens.Caller;

/**
 * Sends event streams to clients: heartbeats, a bounded buffer each, an end when the token ends or the room closes.
 *
 * <pre>
 * {@literal @}GetMapping(path = "/feed/stream")
 * Mono&lt;Void&gt; stream(Caller caller, ServerWebExchange exchange) {
 *     return streams.send(exchange, caller, feed.since(caller, LastEventId.of(exchange)));
 * }
 * </pre>
 */
public final class EventStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventStreams.class);

    private final StreamSettings settings;
    private final Clock clock;
    private final Seats seats;
    private final Sinks.Many<Long> ticks = Sinks.many().multicast().directBestEffort();
    private volatile boolean open;
    private volatile Disposable ticking = () -> {};

    EventStreams(StreamSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.seats = new Seats(settings.perPerson(), settings.inAll());
    }

    /**
     * Answers with the stream; completes when it has ended. Checks that can end in a problem come before. An error of
     * the events ends the stream, and the client comes back with its last event id.
     *
     * @param events what the client is to see; asked for without limit, so a source need not wait for slow clients
     */
    public Mono<Void> send(ServerWebExchange exchange, Caller caller, Flux<StreamEvent> events) {
        return Mono.using(() -> seats.take(caller.person()), _ -> write(exchange, caller.until(), events),
                Seats.Seat::leave);
    }

    /** How many streams are open. */
    public int openStreams() {
        return seats.taken();
    }

    @SuppressWarnings("NestedPublishers") // each inner one is one flush
    private Mono<Void> write(ServerWebExchange exchange, Instant until, Flux<StreamEvent> events) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().set("X-Accel-Buffering", "no");
        return response.writeAndFlushWith(frames(until, events)
                .map(event -> Mono.just(response.bufferFactory().wrap(event.frame()))));
    }

    private Flux<StreamEvent> frames(Instant until, Flux<StreamEvent> events) {
        long slot = ThreadLocalRandom.current().nextLong(settings.heartbeat().toSeconds());
        Flux<StreamEvent> bounded = events
                .onBackpressureBuffer(settings.buffer(), _ -> {}, BufferOverflowStrategy.ERROR)
                .onErrorResume(error -> {
                    if (Exceptions.isOverflow(error)) {
                        return Mono.just(StreamEvent.RESET);
                    }
                    log.warn("A stream ended because its source failed: {}", error.getClass().getName());
                    return Mono.empty();
                })
                .concatWith(Mono.just(StreamEvent.END));
        Flux<StreamEvent> beats = ticks.asFlux()
                .<StreamEvent>handle((tick, sink) -> {
                    if (tick < 0 || !clock.instant().isBefore(until)) {
                        sink.next(StreamEvent.END);
                    } else if (tick % settings.heartbeat().toSeconds() == slot) {
                        sink.next(StreamEvent.HEARTBEAT);
                    }
                })
                .onBackpressureDrop();
        return Flux.merge(bounded, beats)
                .takeUntil(event -> event == StreamEvent.END)
                .map(event -> event == StreamEvent.END ? retry() : event)
                .startWith(retry());
    }

    private StreamEvent retry() {
        long millis = settings.retry().toMillis();
        return StreamEvent.retry(millis / 2 + ThreadLocalRandom.current().nextLong(millis + 1));
    }

    @Override
    public void start() {
        open = true;
        ticking = Flux.interval(Duration.ofSeconds(1), Schedulers.parallel()).subscribe(ticks::tryEmitNext);
    }

    /** Ends all streams, so that a graceful shutdown need not wait for them. */
    @Override
    public void stop() {
        open = false;
        ticking.dispose();
        ticks.tryEmitNext(-1L);
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** Last to start, first to stop: before the server waits for its requests to end. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
