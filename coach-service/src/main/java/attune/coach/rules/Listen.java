package attune.coach.rules;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import attune.coach.client.ClientState;

/** R10: the client feels little understood by the other, and is calm enough to listen. */
final class Listen implements Condition {

    @Override
    public Set<String> numbers() {
        return Set.of("understoodAtMost", "heatedAtLeast", "happenedWithinHours");
    }

    @Override
    public Optional<Match> match(Rule rule, ClientState state, Moment moment) {
        boolean applies = moment.isAboutAnother()
                && Moment.atMost(moment.understood(), rule.number("understoodAtMost"))
                && !Moment.atLeast(moment.arousal(), rule.number("heatedAtLeast"))
                && moment.happenedWithin(Duration.ofHours(rule.number("happenedWithinHours")));
        return applies
                ? Optional.of(Match.of(moment,
                        "You said you felt little understood (%d of 5).".formatted(moment.understood()),
                        Map.of("understood", String.valueOf(moment.understood()))))
                : Optional.empty();
    }
}
