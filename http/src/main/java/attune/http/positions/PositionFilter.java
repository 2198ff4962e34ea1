package attune.http.positions;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets a GET that names positions wait for them, and a PUT, which may build on what was written before; bounded in time
 * and in how many wait at once. Positions of no known form are passed over: the header is a wish, not a condition.
 */
final class PositionFilter implements WebFilter, Ordered {

    private static final Pattern POSITION = Pattern.compile("[a-z]{1,40}-[0-9]{1,4}@[0-9]{1,18}");
    private static final int MOST_POSITIONS = 8;
    private static final Set<HttpMethod> WAITING = Set.of(HttpMethod.GET, HttpMethod.PUT);

    private final PositionAwaiter awaiter;
    private final Duration longest;
    private final int mostWaiting;
    private final AtomicInteger waiting = new AtomicInteger();

    PositionFilter(PositionAwaiter awaiter, Duration longest, int mostWaiting) {
        this.awaiter = awaiter;
        this.longest = longest;
        this.mostWaiting = mostWaiting;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        List<String> values = exchange.getRequest().getHeaders().getOrEmpty(PositionAwaiter.HEADER);
        if (values.isEmpty() || !WAITING.contains(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        List<String> positions = positions(values);
        return positions.isEmpty()
                ? chain.filter(exchange)
                : reached(positions).flatMap(reached -> {
                    if (!reached) {
                        exchange.getResponse().getHeaders().set(PositionAwaiter.STALE_HEADER, "true");
                    }
                    return chain.filter(exchange);
                });
    }

    private static List<String> positions(List<String> values) {
        return values.stream()
                .flatMap(value -> Stream.of(value.split(",", MOST_POSITIONS + 1)))
                .map(String::strip)
                .filter(position -> POSITION.matcher(position).matches())
                .distinct()
                .limit(MOST_POSITIONS)
                .toList();
    }

    private Mono<Boolean> reached(List<String> positions) {
        return Mono.defer(() -> {
            if (waiting.incrementAndGet() > mostWaiting) {
                return Mono.just(false);
            }
            return Flux.fromIterable(positions)
                    .flatMap(awaiter::await, MOST_POSITIONS)
                    .all(Boolean::booleanValue)
                    .timeout(longest, Mono.just(false))
                    .onErrorReturn(false);
        }).doFinally(_ -> waiting.decrementAndGet());
    }

    /** After the token check, so that only people who may read can wait. */
    @Override
    public int getOrder() {
        return 10;
    }
}
