package attune.coach;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import attune.coach.rules.RuleBook;
import attune.events.Cause;
import attune.events.CoachingEvent.NothingSuggested;
import attune.events.CoachingEvent.SuggestionBlocked;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.CoachingEvent.Withheld;
import attune.events.Envelope;

/**
 * Counts decisions when the log has them for the first time: {@code attune_suggestions_total} by {@code rule},
 * {@code outcome} ({@code created}, {@code suppressed} or {@code blocked}) and {@code reason}. What is {@code created} stands on the log as
 * a suggestion; what the safety gate held back is {@code blocked}; doing nothing on purpose is {@code suppressed} under
 * R23.
 */
final class SuggestionMetrics implements Consumer<Envelope<?>> {

    private final MeterRegistry registry;
    private final AtomicReference<@Nullable Cause> lastCause = new AtomicReference<>();

    SuggestionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void accept(Envelope<?> decision) {
        switch (decision.event()) {
            case SuggestionOffered offered -> {
                count(offered.rule(), "created", "none");
                suppressed(decision, offered.withheld());
            }
            case NothingSuggested nothing -> {
                count(RuleBook.DO_NOTHING, "suppressed", nothing.reason());
                suppressed(decision, nothing.withheld());
            }
            case SuggestionBlocked blocked -> count(blocked.rule(), "blocked", blocked.reason());
            default -> {
            }
        }
    }

    /** Two cards of one event say both what was withheld beside them: it is counted once. */
    private void suppressed(Envelope<?> decision, List<Withheld> withheld) {
        Cause cause = decision.cause();
        if (!Objects.equals(cause, lastCause.getAndSet(cause))) {
            withheld.forEach(rule -> count(rule.rule(), "suppressed", rule.reason()));
        }
    }

    private void count(String rule, String outcome, String reason) {
        Counter.builder("attune.suggestions")
                .description("Suggestions that were made or withheld, by rule")
                .tag("rule", rule)
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(registry)
                .increment();
    }
}
