package attune.coach.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import attune.events.Audience;
import attune.events.CoachingEvent.Withheld;
import attune.events.Subject;

/** What the rule book says to a moment. */
public sealed interface Verdict {

    /** The rules that applied but stood back, in the order of their precedence. */
    List<Withheld> withheld();

    /** At most one primary and one small card, the more important first. */
    record Suggest(List<Suggested> cards, List<Withheld> withheld) implements Verdict {

        public Suggest {
            cards = List.copyOf(cards);
            withheld = List.copyOf(withheld);
        }
    }

    /** Nothing, on purpose (R23). */
    record Nothing(String reason, List<Withheld> withheld) implements Verdict {

        public Nothing {
            withheld = List.copyOf(withheld);
        }
    }

    /**
     * A card that is suggested.
     *
     * @param why one sentence in the client's terms
     * @param inputs what the rule looked at: numbers and choices only
     * @param holds how long it is of use
     * @param about what it is about
     * @param audience with whom that is shared
     */
    record Suggested(String rule, String card, String family, boolean primary, boolean couple, String evidence,
            int minutes, String title, String body, List<String> steps, String why, Map<String, String> inputs,
            Duration holds, Subject about, List<Audience> audience) {}
}
