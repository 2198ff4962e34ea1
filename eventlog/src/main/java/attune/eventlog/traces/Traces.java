package attune.eventlog.traces;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * Carries W3C trace contexts between HTTP requests, events and what follows from them. Spans carry the event type and
 * the fold, never a person or a text.
 */
public final class Traces {

    private static final String HEADER = "traceparent";
    private static final ContextSnapshotFactory SNAPSHOTS = ContextSnapshotFactory.builder().build();

    private final Tracer tracer;
    private final Propagator propagator;

    public Traces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Traces that carry nothing, for tools and tests without tracing. */
    public static Traces none() {
        return new Traces(Tracer.NOOP, Propagator.NOOP);
    }

    /**
     * The context of the span that a reactive chain belongs to, or the given one. The chain carries it: reading it here
     * costs less than having every operator of every chain set it for its thread.
     */
    public @Nullable String of(ContextView chain, @Nullable String otherwise) {
        try (ContextSnapshot.Scope _ = SNAPSHOTS.setThreadLocalsFrom(chain, ObservationThreadLocalAccessor.KEY)) {
            return current(otherwise);
        }
    }

    /** The context of the span that is open on this thread, or the given one. */
    public @Nullable String current(@Nullable String otherwise) {
        Span span = tracer.currentSpan();
        String current = span == null ? null : traceparent(span.context());
        return current == null ? otherwise : current;
    }

    /**
     * Runs something as one span that continues an event's trace, and hands over the context that its consequences are
     * to carry.
     *
     * @param name the span, such as {@code fold clients}
     */
    public <T> T continuing(@Nullable String traceparent, String name, String eventType, Supplier<T> work) {
        if (traceparent == null) {
            return work.get();
        }
        Span span = propagator.extract(Map.of(HEADER, traceparent), (carrier, key) -> carrier.get(key))
                .name(name)
                .kind(Span.Kind.CONSUMER)
                .tag("event_type", eventType)
                .start();
        try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
            return work.get();
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }

    private @Nullable String traceparent(TraceContext context) {
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(context, carrier, (_, key, value) -> carrier.put(key, value));
        return carrier.get(HEADER);
    }
}
