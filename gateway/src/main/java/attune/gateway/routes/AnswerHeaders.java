package attune.gateway.routes;

import java.util.List;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * What of an answer's headers leaves the house: a short list. Security headers are the gateway's own, so that each
 * stands there once; how long an answer may be kept is for the room to say.
 */
final class AnswerHeaders implements HttpHeadersFilter {

    private static final List<String> PASSED = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.CONTENT_LANGUAGE, HttpHeaders.ETAG, HttpHeaders.LOCATION,
            HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.VARY, HttpHeaders.LINK,
            HttpHeaders.WWW_AUTHENTICATE, "Attune-Position", "Attune-Stale", "Deprecation", "Sunset",
            "Idempotency-Replayed", "X-Accel-Buffering");

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        HttpHeaders passed = new HttpHeaders();
        for (String name : PASSED) {
            List<String> values = input.get(name);
            if (values != null) {
                passed.put(name, values);
            }
        }
        String kept = input.getFirst(HttpHeaders.CACHE_CONTROL);
        if (kept != null) {
            exchange.getResponse().getHeaders().set(HttpHeaders.CACHE_CONTROL, kept);
        }
        return passed;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
