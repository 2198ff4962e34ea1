package attune.notification.channels;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import io.github.bucket4j.Bucket;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import attune.events.AttemptOutcome;

/**
 * What every request to a provider goes through: a bucket of tokens, so that it gets no more than it can bear, and a
 * breaker for each destination, so that one that fails is left alone for a while. Destinations are apart because people
 * name some of them: a push service that somebody made up must not keep the others from being asked. Safe for use by
 * many threads.
 *
 * <ul>
 * <li>{@code attune_notification_provider_breakers} by {@code provider} and {@code state} ({@code closed}, {@code open},
 * {@code half_open}): destinations that are asked, left alone, or tried.
 * <li>{@code attune_notification_provider_tokens} by {@code provider}: how many requests could go at once.
 * <li>{@code attune_notification_provider_waits_total} by {@code provider} and {@code cause} ({@code resting},
 * {@code enough}, {@code lapsed}): how often something waited because a provider was not to be asked, or not by this
 * instance any more.
 * </ul>
 */
public final class Gate {

    /** Who waits for a token waits no longer; the plan that it should go now must still be true. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String RESTING = "resting";
    private static final String ENOUGH = "enough";
    private static final String LAPSED = "lapsed";
    private static final int HALF_OPEN = 3;
    private static final int MOST_DESTINATIONS = 500;

    private final String provider;
    private final ProviderLimits limits;
    private final MeterRegistry registry;
    private final CircuitBreakerConfig config;
    private final Bucket bucket;
    private final Map<String, CircuitBreaker> breakers = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CircuitBreaker> eldest) {
            return size() > MOST_DESTINATIONS;
        }
    };

    Gate(String provider, ProviderLimits limits, MeterRegistry registry, Clock clock) {
        this.provider = provider;
        this.limits = limits;
        this.registry = registry;
        this.config = CircuitBreakerConfig.custom()
                .slidingWindow((int) limits.window().toSeconds(), limits.calls(), SlidingWindowType.TIME_BASED)
                .failureRateThreshold(limits.failing())
                .waitDurationInOpenState(limits.rest())
                .permittedNumberOfCallsInHalfOpenState(HALF_OPEN)
                .recordResult(answer -> answer instanceof Handover.Answered answered
                        && answered.outcome() == AttemptOutcome.RETRYABLE_ERROR)
                .clock(clock)
                .build();
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(limits.perSecond())
                        .refillGreedy(limits.perSecond(), Duration.ofSeconds(1)))
                .build();
        watch();
    }

    private void watch() {
        for (State state : List.of(State.CLOSED, State.OPEN, State.HALF_OPEN)) {
            Gauge.builder("attune.notification.provider.breakers", this, gate -> gate.count(state))
                    .description("Destinations that are asked, left alone, or tried")
                    .tag("provider", provider)
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("attune.notification.provider.tokens", bucket, Bucket::getAvailableTokens)
                .description("How many requests could go to the provider at once")
                .tag("provider", provider)
                .register(registry);
        List.of(RESTING, ENOUGH, LAPSED).forEach(this::waits);
    }

    private Counter waits(String cause) {
        return Counter.builder("attune.notification.provider.waits")
                .description("How often something waited because the provider was not to be asked")
                .tag("provider", provider)
                .tag("cause", cause)
                .register(registry);
    }

    /** The provider's name. */
    public String provider() {
        return provider;
    }

    /**
     * Asks, unless the destination is to be left alone or there is no {@link Permit} any more. May wait up to two seconds
     * for its turn.
     *
     * @param destination what fails as one, such as a host; empty if the provider is one
     * @param ask what asks; an exception counts as a failure and is passed on
     */
    public Handover through(String destination, Supplier<Handover.Answered> ask) {
        CircuitBreaker breaker = breaker(destination);
        if (!breaker.tryAcquirePermission()) {
            return putOff(RESTING, limits.rest());
        }
        if (!hasToken()) {
            breaker.releasePermission();
            return putOff(ENOUGH, PATIENCE);
        }
        if (!Permit.isHeld()) {
            breaker.releasePermission();
            return putOff(LAPSED, PATIENCE);
        }
        long begun = breaker.getCurrentTimestamp();
        try {
            Handover.Answered answer = ask.get();
            breaker.onResult(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit(), answer);
            return answer;
        } catch (RuntimeException e) {
            breaker.onError(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit(), e);
            throw e;
        }
    }

    private boolean hasToken() {
        try {
            return bucket.asBlocking().tryConsume(1, PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Not all at the same moment: what waited would come as a flood. */
    private Handover putOff(String cause, Duration about) {
        waits(cause).increment();
        return new Handover.NotAsked(
                Duration.ofMillis(1 + ThreadLocalRandom.current().nextLong(about.toMillis())));
    }

    private CircuitBreaker breaker(String destination) {
        synchronized (breakers) {
            return breakers.computeIfAbsent(destination, name -> CircuitBreaker.of(provider, config));
        }
    }

    private long count(State state) {
        synchronized (breakers) {
            return breakers.values().stream().filter(breaker -> breaker.getState() == state).count();
        }
    }
}
