package attune.gateway.routes;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import attune.http.problems.ProblemKind;

/** Cuts off a body that does not say how large it is as soon as it is too large. Nothing is buffered. */
final class StreamedBodyLimit implements WebFilter, Ordered {

    private final long largest;

    StreamedBodyLimit(long largest) {
        this.largest = largest;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (!headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate().request(new Counted(exchange.getRequest())).build());
    }

    @Override
    public int getOrder() {
        return 1;
    }

    private final class Counted extends ServerHttpRequestDecorator {

        Counted(ServerHttpRequest request) {
            super(request);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            AtomicLong seen = new AtomicLong();
            return super.getBody().map(part -> {
                if (seen.addAndGet(part.readableByteCount()) > largest) {
                    DataBufferUtils.release(part);
                    throw ProblemKind.TOO_LARGE.problem("Nothing was done. Send a smaller body.");
                }
                return part;
            });
        }
    }
}
