package attune.gateway.routes;

import java.util.List;
import java.util.regex.Pattern;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * What of an answer's headers leaves the house: a short list. Security headers are the gateway's own, so that each
 * stands there once. How long an answer may be kept is for the room to say, and so is which style its page has and
 * whether that sends a form to us; a room that would let a page do more than that is not heard.
 */
final class AnswerHeaders implements HttpHeadersFilter {

    private static final List<String> PASSED = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.CONTENT_LANGUAGE, HttpHeaders.ETAG, HttpHeaders.LOCATION,
            HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.VARY, HttpHeaders.LINK,
            HttpHeaders.WWW_AUTHENTICATE, "Attune-Position", "Attune-Stale", "Deprecation", "Sunset",
            "Idempotency-Replayed", "X-Accel-Buffering");

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern POLICY_OF_A_PAGE = Pattern.compile("default-src 'none'; "
            + "style-src 'sha256-[A-Za-z0-9+/]{43}='; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");

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
        String policy = input.getFirst(POLICY);
        if (policy != null && POLICY_OF_A_PAGE.matcher(policy).matches()) {
            exchange.getResponse().getHeaders().set(POLICY, policy);
        }
        return passed;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
