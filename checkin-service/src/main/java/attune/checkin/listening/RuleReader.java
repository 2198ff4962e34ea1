package attune.checkin.listening;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.events.CueFamily;
import attune.events.Experiencer;
import attune.events.RiskFamily;
import attune.events.RiskTier;

/** Reads one rule and checks it. */
final class RuleReader {

    private static final Set<String> NAMES = Set.of("id", "family", "cue", "tier", "confidence", "who", "heeds",
            "phrases", "unless", "fires", "holds");
    private static final List<String> ALL = List.of("negation", "past", "hypothetical", "report", "idiom", "joke");

    private RuleReader() {}

    static Rule read(Section rule) {
        rule.allow(NAMES);
        RiskFamily risk = choice(rule, "family", RiskFamily.class);
        CueFamily cue = choice(rule, "cue", CueFamily.class);
        RiskTier tier = choice(rule, "tier", RiskTier.class);
        Experiencer who = choice(rule, "who", Experiencer.class);
        double confidence = rule.number("confidence", 0.8);
        if ((risk == null) == (cue == null)) {
            throw rule.fault("it must have a family or a cue");
        }
        if (risk != null && tier == null) {
            throw rule.fault("it has no tier");
        }
        if (!(confidence > 0 && confidence <= 1)) {
            throw rule.fault("its confidence is not between 0 and 1");
        }
        List<String> heeds = rule.content().containsKey("heeds") ? rule.texts("heeds") : ALL;
        Rule read = new Rule(rule.text("id", ""), risk, cue, tier == null ? RiskTier.S0 : tier, confidence,
                who == null ? Experiencer.SELF : who,
                heeds.stream().map(kind -> rule.constant(Heeding.class, kind)).toList(), rule.texts("phrases"),
                rule.texts("unless"), rule.texts("fires"), rule.texts("holds"));
        if (read.id().isBlank() || read.phrases().isEmpty() || read.fires().isEmpty()) {
            throw rule.fault("it needs an id, phrases and texts in which it fires");
        }
        return read;
    }

    private static <E extends Enum<E>> @Nullable E choice(Section rule, String name, Class<E> type) {
        String written = rule.text(name, "");
        return written.isEmpty() ? null : rule.constant(type, written);
    }
}
