package attune.http.json;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import attune.http.problems.ProblemKind;

/**
 * Refuses a body that says it is too large before a byte of it is read; one that does not say so is cut off by the
 * codecs at the same size. Compressed bodies are refused: what is inside them has no limit.
 */
final class BodyLimit implements WebFilter, Ordered {

    private final long largest;

    BodyLimit(long largest) {
        this.largest = largest;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (headers.getContentLength() > largest) {
            return Mono.error(() -> ProblemKind.TOO_LARGE
                    .problem("Nothing was done. Send at most " + largest / 1024 + " KiB."));
        }
        if (headers.getFirst(HttpHeaders.CONTENT_ENCODING) != null) {
            return Mono.error(() -> ProblemKind.UNSUPPORTED_MEDIA_TYPE
                    .problem("Nothing was done. Send the body uncompressed."));
        }
        return chain.filter(exchange);
    }

    /** After the token check: who may not come in learns nothing else. */
    @Override
    public int getOrder() {
        return 0;
    }
}
