package attune.checkin.measures;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import org.jspecify.annotations.Nullable;

import attune.checkin.support.Topic;
import attune.events.JournalEvent.ItemAnswer;
import attune.events.RiskTier;

/**
 * A questionnaire, as its file and the API have it. All of it is data; what can be computed here follows from the data
 * alone.
 *
 * @param wording {@code own}, or {@code unverified}: from memory, to be compared with the original
 * @param validated whether others have shown that it measures what it says
 * @param labels what the numbers of an answer mean
 * @param higherIs {@code better} or {@code worse}
 * @param cutOff from which score on it is positive; null if there is no such line
 * @param asks which answers ask for care; not shown, so that nobody answers by it
 * @param change when a change is more than noise; null if nothing is said about change
 */
record Measure(String name, String version, String title, String instruction, String wording, Boolean validated,
        String source, String licence, String cadence, Map<Integer, String> labels, List<Item> items, Scoring score,
        String higherIs, @Nullable CutOff cutOff, @JsonProperty(access = Access.WRITE_ONLY) List<Ask> asks,
        @Nullable ChangeRule change) {

    Measure {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(licence, "licence");
        Objects.requireNonNull(source, "source");
        labels = Map.copyOf(labels);
        items = List.copyOf(items);
        asks = List.copyOf(asks);
        if (!List.of("better", "worse").contains(higherIs) || !List.of("own", "unverified").contains(wording)
                || score.leastAnswers() > items.size()) {
            throw new IllegalArgumentException("the measure " + name + " does not fit together");
        }
    }

    /** A question with the range of its answer. */
    record Item(String id, String text, Integer least, Integer most) {

        Item {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(text, "text");
            if (least >= most) {
                throw new IllegalArgumentException("the range of " + id + " is empty");
            }
        }
    }

    /**
     * How answers become a score.
     *
     * @param by {@code sum} or {@code mean}
     * @param leastAnswers with fewer answers there is no score
     * @param missing in words, what a missing answer does
     */
    record Scoring(String name, String by, Integer leastAnswers, String missing) {

        Scoring {
            if (!List.of("sum", "mean").contains(by)) {
                throw new IllegalArgumentException("a score is a sum or a mean");
            }
        }
    }

    /** From which score on it is positive, and what that means. */
    record CutOff(Integer atLeast, String meaning, String source) {}

    /**
     * Answers that ask for care: one low answer, or a sum. What is missing only makes a sum smaller, so what was
     * answered is enough.
     */
    record Ask(@Nullable String item, @Nullable Integer atMost, @Nullable Integer sumAtLeast, RiskTier tier,
            String reason, Topic topic) {

        Ask {
            Objects.requireNonNull(tier, "tier");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(topic, "topic");
            if ((item == null) == (sumAtLeast == null) || (item == null) != (atMost == null)) {
                throw new IllegalArgumentException("care is asked for by one answer or by a sum");
            }
        }

        private boolean holds(List<ItemAnswer> answers) {
            if (sumAtLeast != null) {
                return sum(answers) >= sumAtLeast;
            }
            return answers.stream().anyMatch(answer -> answer.item().equals(item) && answer.value() != null
                    && answer.value() <= Objects.requireNonNull(atMost));
        }
    }

    /** The score; none with too few answers. */
    OptionalDouble score(List<ItemAnswer> answers) {
        long answered = answered(answers);
        if (answered < score.leastAnswers()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(score.by().equals("sum") ? sum(answers) : (double) sum(answers) / answered);
    }

    /** Whether it is positive; null if there is no cut-off, or if answers are missing that could still make it so. */
    @Nullable
    Boolean positive(List<ItemAnswer> answers) {
        if (cutOff == null) {
            return null;
        }
        if (sum(answers) >= cutOff.atLeast()) {
            return true;
        }
        return answered(answers) == items.size() ? false : null;
    }

    /** What the answers ask for, the highest tier first; null for nothing. */
    @Nullable
    Ask asked(List<ItemAnswer> answers) {
        return asks.stream().filter(ask -> ask.holds(answers))
                .max((one, other) -> one.tier().compareTo(other.tier()))
                .orElse(null);
    }

    private static long answered(List<ItemAnswer> answers) {
        return answers.stream().filter(answer -> answer.value() != null).count();
    }

    private static int sum(List<ItemAnswer> answers) {
        return answers.stream().mapToInt(answer -> Objects.requireNonNullElse(answer.value(), 0)).sum();
    }
}
