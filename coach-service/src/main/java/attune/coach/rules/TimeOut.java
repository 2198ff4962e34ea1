package attune.coach.rules;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import attune.coach.client.ClientState;

/** R02: the client is very worked up in a conflict, so first comes a break. */
final class TimeOut implements Condition {

    @Override
    public Set<String> numbers() {
        return Set.of("arousalAtLeast", "happenedWithinHours");
    }

    @Override
    public Optional<Match> match(Rule rule, ClientState state, Moment moment) {
        boolean fresh = moment.happenedWithin(Duration.ofHours(rule.number("happenedWithinHours")));
        if (!fresh || !Moment.atLeast(moment.arousal(), rule.number("arousalAtLeast"))) {
            return Optional.empty();
        }
        String why = moment.stillGoingOn()
                ? "You said the argument is still going on and you feel worked up (%d of 5)."
                        .formatted(moment.arousal())
                : "You said you still feel worked up from the argument (%d of 5).".formatted(moment.arousal());
        return Optional.of(Match.of(moment, why, Map.of("arousal", String.valueOf(moment.arousal()),
                "stillGoingOn", String.valueOf(moment.stillGoingOn()))));
    }
}
