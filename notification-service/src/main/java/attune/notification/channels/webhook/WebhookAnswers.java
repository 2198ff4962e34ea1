package attune.notification.channels.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import attune.events.AttemptOutcome;
import attune.events.DeliveryEvent.TargetAnswer;
import attune.notification.channels.Carried;
import attune.notification.channels.Handover;

/**
 * What the webhooks of a person said to one notification, in this attempt and before it. Each is a recipient of its own:
 * who took it is not told again because another did not, and who wants to be left alone for a while does not hold up the
 * others. Pure; for one attempt and one thread.
 */
final class WebhookAnswers {

    private static final Set<AttemptOutcome> FINAL = EnumSet.of(AttemptOutcome.ACCEPTED,
            AttemptOutcome.PERMANENT_ERROR, AttemptOutcome.INVALID_TARGET);

    private final Map<UUID, TargetAnswer> before = new HashMap<>();
    private final Instant now;
    private final List<TargetAnswer> said = new ArrayList<>();
    private @Nullable Duration soonest;

    /**
     * Begins an attempt.
     *
     * @param before what each said last, of those that were asked before
     */
    WebhookAnswers(List<TargetAnswer> before, Instant now) {
        before.forEach(answer -> this.before.put(answer.target(), answer));
        this.now = now;
    }

    /** Whether a webhook is to be asked now. */
    boolean mayAsk(UUID webhook) {
        TargetAnswer last = before.get(webhook);
        if (last == null) {
            return true;
        }
        if (FINAL.contains(last.outcome())) {
            return false;
        }
        if (last.notBefore() == null || !now.isBefore(last.notBefore())) {
            return true;
        }
        again(Duration.between(now, last.notBefore()));
        return false;
    }

    /**
     * What came of asking it.
     *
     * @param at when it answered
     */
    void add(UUID webhook, Handover handover, Instant at) {
        switch (handover) {
            case Handover.NotAsked(Duration pause) -> again(pause);
            case Handover.Answered answer when FINAL.contains(answer.outcome()) ->
                said.add(new TargetAnswer(webhook, answer.outcome(), null));
            case Handover.Answered answer -> {
                Duration wait = answer.retryAfter();
                said.add(new TargetAnswer(webhook, answer.outcome(),
                        wait == null ? null : at.plus(wait).truncatedTo(ChronoUnit.MILLIS)));
                again(wait == null ? Duration.ZERO : wait);
            }
        }
    }

    private void again(Duration wait) {
        soonest = soonest == null || wait.compareTo(soonest) < 0 ? wait : soonest;
    }

    /** What came of all of them: to be tried again as long as one is left that has neither taken nor refused it. */
    Carried carried(String provider) {
        return new Carried(provider, handover(), said.stream()
                .filter(answer -> answer.outcome() == AttemptOutcome.INVALID_TARGET)
                .map(TargetAnswer::target)
                .toList(), said);
    }

    private Handover handover() {
        Duration wait = soonest;
        if (wait != null) {
            return said.isEmpty()
                    ? new Handover.NotAsked(wait)
                    : new Handover.Answered(AttemptOutcome.RETRYABLE_ERROR, wait);
        }
        if (is(AttemptOutcome.ACCEPTED)) {
            return Handover.of(AttemptOutcome.ACCEPTED);
        }
        return Handover.of(is(AttemptOutcome.PERMANENT_ERROR)
                ? AttemptOutcome.PERMANENT_ERROR
                : AttemptOutcome.INVALID_TARGET);
    }

    private boolean is(AttemptOutcome outcome) {
        return said.stream().anyMatch(answer -> answer.outcome() == outcome)
                || before.values().stream().anyMatch(answer -> answer.outcome() == outcome);
    }
}
