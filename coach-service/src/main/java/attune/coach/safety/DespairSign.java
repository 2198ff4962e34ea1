package attune.coach.safety;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.events.Experiencer;
import attune.events.Heard;
import attune.events.RiskFamily;
import attune.events.RiskFinding;
import attune.events.RiskTier;
import attune.events.Timing;

/**
 * Words of hopelessness, of being a burden, or of putting things in order, that are no reason to act by themselves.
 *
 * @param rule the rule that heard them: the same words again are no new sign
 * @param at when they were said last
 * @param weight how much they count, 0..1
 */
public record DespairSign(String rule, Instant at, Double weight) {

    private static final Set<RiskFamily> OF_DESPAIR = EnumSet.of(RiskFamily.HOPELESS, RiskFamily.BURDEN,
            RiskFamily.FAREWELL);

    /** The signs before and in what was heard, each kind once, those that are too old left out. */
    static List<DespairSign> within(List<DespairSign> before, @Nullable Heard heard, Instant now, Duration window) {
        Map<String, DespairSign> signs = new LinkedHashMap<>();
        for (DespairSign sign : before) {
            if (sign.at().isAfter(now.minus(window))) {
                signs.put(sign.rule(), sign);
            }
        }
        if (heard != null) {
            heard.findings().stream()
                    .filter(DespairSign::isSign)
                    .forEach(finding -> signs.put(finding.rule(), new DespairSign(finding.rule(), now,
                            finding.confidence())));
        }
        return List.copyOf(signs.values());
    }

    static boolean isToldIn(Heard heard) {
        return heard.findings().stream().anyMatch(DespairSign::isSign);
    }

    private static boolean isSign(RiskFinding finding) {
        return OF_DESPAIR.contains(finding.family()) && finding.tier().atLeast(RiskTier.S1) && !finding.negated()
                && finding.who() == Experiencer.SELF && finding.time() == Timing.NOW;
    }
}
