package attune.checkin.statements;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import attune.checkin.support.Need;
import attune.checkin.support.Support;
import attune.events.RiskTier;

/** A review as the client sees it. */
record StatementReview(String rules, boolean analysed, Map<String, Slot> slots, List<Flag> flags, int overall,
        double score, List<Wording> wordings, @Nullable Support support) {

    /** Wordings are for what may be worded better: not beside harm or a danger. */
    static StatementReview of(Review review, @Nullable Need need, @Nullable Support support) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        for (SlotName name : SlotName.values()) {
            Review.SlotFound found = review.slots().get(name);
            slots.put(name.wireName(),
                    found == null ? new Slot(0, null) : new Slot(found.grade(), found.span()));
        }
        List<Flag> flags = review.flags().stream()
                .map(flag -> new Flag(flag.name().wireName(), flag.span(), flag.rule(), flag.why(), flag.ask()))
                .toList();
        boolean careful = need != null && need.tier().atLeast(RiskTier.S2);
        List<Wording> wordings = review.analysed() && !careful
                ? review.wordings().stream().map(text -> new Wording(true, text)).toList()
                : List.of();
        return new StatementReview(review.rules(), review.analysed(), slots, flags, review.overall(), review.score(),
                wordings, support);
    }

    record Slot(int grade, @Nullable Span span) {}

    record Flag(String flag, Span span, String rule, String why, String question) {}

    record Wording(boolean draft, String text) {}
}
