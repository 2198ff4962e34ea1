package attune.gateway.routes;

import java.util.List;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/**
 * What of a request's headers reaches a room: a short list. Everything else an outsider may say, forged identities and
 * forwarding headers among it, ends here. The trace goes on under the gateway's own span.
 */
final class RequestHeaders implements HttpHeadersFilter {

    private static final List<String> PASSED = List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_ENCODING, HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH, "Attune-Position",
            "Idempotency-Key", "Last-Event-ID");

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        HttpHeaders passed = new HttpHeaders();
        for (String name : PASSED) {
            List<String> values = input.get(name);
            if (values != null) {
                passed.put(name, values);
            }
        }
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(observed -> observed.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(Span::context)
                .ifPresent(trace -> passed.set("traceparent", traceParent(trace)));
        return passed;
    }

    private static String traceParent(TraceContext trace) {
        return "00-" + trace.traceId() + "-" + trace.spanId() + (Boolean.TRUE.equals(trace.sampled()) ? "-01" : "-00");
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.REQUEST;
    }
}
