package attune.coach.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import attune.coach.client.ClientState;
import attune.coach.client.Conflict;

/** R12: the client feels safe and it has been calm for a while, but good moments are few beside the conflicts. */
final class Appreciation implements Condition {

    @Override
    public Set<String> numbers() {
        return Set.of("safetyAtLeast", "moodAtLeast", "calmHours", "goodMomentsPerConflict", "happenedWithinHours");
    }

    @Override
    public Optional<Match> match(Rule rule, ClientState state, Moment moment) {
        boolean well = moment.kind() == Moment.Kind.CHECK_IN && moment.isAboutAnother()
                && Moment.atLeast(moment.safety(), rule.number("safetyAtLeast"))
                && Moment.atLeast(moment.mood(), rule.number("moodAtLeast"))
                && moment.happenedWithin(Duration.ofHours(rule.number("happenedWithinHours")));
        return well ? fewGoodMoments(rule, state, moment) : Optional.empty();
    }

    private static Optional<Match> fewGoodMoments(Rule rule, ClientState state, Moment moment) {
        Instant since = moment.now().minus(ClientState.SHORT_MEMORY);
        long conflicts = state.conflicts().stream()
                .map(Conflict::happenedAt).filter(at -> at.isAfter(since)).count();
        long good = state.goodMoments().stream().filter(at -> at.isAfter(since)).count();
        long calmHours = state.lastConflictAt().map(at -> Duration.between(at, moment.now()).toHours()).orElse(0L);
        if (conflicts == 0 || calmHours < rule.number("calmHours")
                || good >= conflicts * rule.number("goodMomentsPerConflict")) {
            return Optional.empty();
        }
        return Optional.of(Match.of(moment,
                "You felt safe (%d of 5), and things have been calm for a few days.".formatted(moment.safety()),
                Map.of("safety", String.valueOf(moment.safety()), "mood", String.valueOf(moment.mood()),
                        "conflictsIn14Days", String.valueOf(conflicts), "goodMomentsIn14Days", String.valueOf(good))));
    }
}
