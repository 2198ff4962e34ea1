package attune.checkin.listening;

import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.events.CueFamily;
import attune.events.Experiencer;
import attune.events.RiskFamily;
import attune.events.RiskTier;

/**
 * One rule, as its file says it.
 *
 * @param id unique over all files
 * @param risk the family of a rule about danger, or null
 * @param cue the family of a rule about cues, or null
 * @param tier what a finding asks for where nothing in the context takes it down
 * @param confidence 0..1
 * @param who whom it is about where nothing in the context says otherwise
 * @param heeds the kinds of context that may change it
 * @param phrases what is looked for
 * @param unless phrases that, touching a passage, show that it means something else
 * @param fires texts in which the rule must find something at its tier
 * @param holds texts in which it must not
 */
record Rule(String id, @Nullable RiskFamily risk, @Nullable CueFamily cue, RiskTier tier, double confidence,
        Experiencer who, List<Heeding> heeds, List<String> phrases, List<String> unless, List<String> fires,
        List<String> holds) {

    boolean heeds(Heeding kind) {
        return heeds.contains(kind);
    }
}
