package attune.checkin.listening;

import java.util.List;
import java.util.Map;

import attune.events.Cue;
import attune.events.Heard;
import attune.events.RiskFinding;
import attune.events.RiskTier;

/** One listener for all tests, and short ways to ask it. */
final class Ears {

    static final Listener LISTENER = Listener.create();

    private Ears() {}

    static Heard hear(String text) {
        return LISTENER.listen(Map.of("/note", text));
    }

    static RiskTier tier(String text) {
        return hear(text).findings().stream().map(RiskFinding::tier).reduce(RiskTier.S0, RiskTier::higher);
    }

    static List<RiskFinding> findings(String text) {
        return hear(text).findings();
    }

    static List<Cue> cues(String text) {
        return hear(text).cues();
    }
}
