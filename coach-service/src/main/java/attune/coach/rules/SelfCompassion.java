package attune.coach.rules;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import attune.coach.client.ClientState;

/** R17: words of shame or self-criticism and a low mood. */
final class SelfCompassion implements Condition {

    @Override
    public Set<String> numbers() {
        return Set.of("moodAtMost", "happenedWithinHours");
    }

    @Override
    public Optional<Match> match(Rule rule, ClientState state, Moment moment) {
        boolean applies = moment.hardOnSelf() > 0 && Moment.atMost(moment.mood(), rule.number("moodAtMost"))
                && moment.happenedWithin(Duration.ofHours(rule.number("happenedWithinHours")));
        return applies
                ? Optional.of(Match.of(moment,
                        "You chose words that are hard on yourself, and your mood is low (%d of 5)."
                                .formatted(moment.mood()),
                        Map.of("mood", String.valueOf(moment.mood()), "wordsHardOnSelf",
                                String.valueOf(moment.hardOnSelf()))))
                : Optional.empty();
    }
}
