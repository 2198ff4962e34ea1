package attune.events;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What was understood of the texts of one event, when it came in.
 *
 * @param rules the version of the rules that listened
 * @param language the language of the texts as a BCP 47 tag; null when it could not be told
 */
public record Heard(String rules, @Nullable String language, Analysis analysis, List<Cue> cues,
        List<RiskFinding> findings) {

    public Heard {
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(analysis, "analysis");
        cues = cues == null ? List.of() : List.copyOf(cues);
        findings = findings == null ? List.of() : List.copyOf(findings);
    }
}
