package attune.events;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** What Attune makes of what clients say, and what they make of that: the log {@link Log#COACHING}. */
public sealed interface CoachingEvent extends Event {

    /**
     * A suggestion was made to a person.
     *
     * @param rule such as {@code R02}
     * @param ruleVersion the version of the rule file, such as {@code 2026-11-1}
     * @param card which wording of the rule, such as {@code R02.time-out}
     * @param why one sentence in the client's terms
     * @param evidence grade of the evidence: A, B, C or D, also B+ or A/B
     * @param minutes how long it takes
     * @param about what caused it
     * @param inputs what the rule looked at, by name and in the order of names; numbers and choices only, never text of
     *            a person
     * @param withheld the other rules that applied, and why they stood back
     * @param audience with whom the cause is shared
     */
    record SuggestionOffered(SuggestionId suggestion, String rule, String ruleVersion, String card, PrivateText title,
            PrivateText body, List<PrivateText> steps, PrivateText why, String evidence, Integer minutes, Subject about,
            Instant offeredAt, Instant expiresAt, Map<String, String> inputs, List<Withheld> withheld,
            List<Audience> audience) implements CoachingEvent {

        public SuggestionOffered {
            Objects.requireNonNull(suggestion, "suggestion");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(ruleVersion, "ruleVersion");
            Objects.requireNonNull(card, "card");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(body, "body");
            steps = listOf(steps);
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(evidence, "evidence");
            Objects.requireNonNull(minutes, "minutes");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(offeredAt, "offeredAt");
            Objects.requireNonNull(expiresAt, "expiresAt");
            inputs = sortedMapOf(inputs);
            withheld = listOf(withheld);
            audience = listOf(audience);
        }
    }

    /**
     * Nothing was suggested, on purpose (rule R23 of the rule book).
     *
     * @param reason why silence was best, such as {@code budget-spent} or {@code nothing-fits}
     */
    record NothingSuggested(String ruleVersion, String reason, Subject about, List<Withheld> withheld)
            implements
                CoachingEvent {

        public NothingSuggested {
            Objects.requireNonNull(ruleVersion, "ruleVersion");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(about, "about");
            withheld = listOf(withheld);
        }
    }

    /**
     * The client said what they made of a suggestion. A later answer replaces an earlier one.
     *
     * @param helpful 1..5
     */
    record SuggestionAnswered(SuggestionId suggestion, Answer answer, @Nullable Integer helpful)
            implements
                CoachingEvent {

        public SuggestionAnswered {
            Objects.requireNonNull(suggestion, "suggestion");
            Objects.requireNonNull(answer, "answer");
        }
    }

    /** A rule that applied but stood back, and why, such as {@code same-card-within-14-days}. */
    record Withheld(String rule, String reason) {

        public Withheld {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(reason, "reason");
        }
    }

    private static <T> List<T> listOf(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** In the order of its keys: {@link Map#copyOf} has another order in each process, and so other bytes on the log. */
    private static Map<String, String> sortedMapOf(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(map)));
    }
}
