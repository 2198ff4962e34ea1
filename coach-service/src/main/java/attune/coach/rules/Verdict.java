package attune.coach.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import attune.events.Audience;
import attune.events.CoachingEvent.Withheld;
import attune.events.Subject;

/** What is said to a moment in the end. */
public sealed interface Verdict {

    /** The rules that applied but stood back. */
    List<Withheld> withheld();

    /** The cards that the safety gate held back. */
    List<Blocked> blocked();

    /** At most one primary and one small card, the more important first. */
    record Suggest(List<Suggested> cards, List<Withheld> withheld, List<Blocked> blocked) implements Verdict {

        public Suggest {
            cards = List.copyOf(cards);
            withheld = List.copyOf(withheld);
            blocked = List.copyOf(blocked);
        }
    }

    /** Nothing, on purpose (R23). */
    record Nothing(String reason, List<Withheld> withheld, List<Blocked> blocked) implements Verdict {

        public Nothing {
            withheld = List.copyOf(withheld);
            blocked = List.copyOf(blocked);
        }
    }

    /** A card that would have been suggested, and why the gate held it back. */
    record Blocked(String rule, String card, String family, String reason, Subject about) {}

    /**
     * A card that is suggested.
     *
     * @param why one sentence in the client's terms
     * @param inputs what the rule looked at: numbers and choices only
     * @param holds how long it is of use
     * @param about what it is about
     * @param audience with whom that is shared
     */
    record Suggested(String rule, String card, String family, boolean primary, String evidence, int minutes,
            String title, String body, List<String> steps, String why, Map<String, String> inputs, Duration holds,
            Subject about, List<Audience> audience) {}
}
