package attune.local.listen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import attune.checkin.listening.Listener;
import attune.coach.safety.RiskTrajectory;
import attune.events.Heard;
import attune.events.RiskFinding;

/** What was heard in what one person told, as it is printed: the tier in the end and after each turn. */
record Answer(String id, String tier, List<String> turnTiers, List<Finding> findings) {

    /** Turns come one minute after the other. */
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    /** One finding; the offsets count UTF-16 units of the turn. */
    record Finding(String family, int turn, int start, int end, String who, boolean negated, String time,
            double confidence, String rule) {

        private static Finding of(int turn, RiskFinding found) {
            return new Finding(found.family().name(), turn, found.passage().start(), found.passage().end(),
                    found.who().wireName(), found.negated(), found.time().wireName(), found.confidence(),
                    found.rule());
        }
    }

    static Answer to(Told told, Listener listener) {
        RiskTrajectory trajectory = RiskTrajectory.INITIAL;
        Instant at = Instant.EPOCH;
        List<String> tiers = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int turn = 0; turn < told.turns().size(); turn++) {
            String text = told.turns().get(turn);
            Heard heard = listener.listen(Map.of("/note", text));
            trajectory = trajectory.after(heard, !text.isBlank(), null, at);
            tiers.add(trajectory.tier().name());
            for (RiskFinding found : heard.findings()) {
                findings.add(Finding.of(turn, found));
            }
            at = at.plus(BETWEEN);
        }
        return new Answer(told.id(), trajectory.tier().name(), List.copyOf(tiers), List.copyOf(findings));
    }

    /** The turn, from 0, at which the last tier was reached. */
    int raisedAt() {
        return turnTiers.indexOf(tier);
    }
}
