package attune.checkin.statements;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a reading of a draft found.
 *
 * @param rules version of the rules
 * @param analysed whether the rules are for the language of all of it; if not, what was found may not be all
 * @param slots each slot once
 * @param flags each flag at most once, in the order of the text
 * @param overall how likely the other stays open: 1 hardly, 5 likely
 * @param score the same, finer, 1 to 5 with two decimals
 * @param wordings up to three to start from, drafts all of them; none when harm is reported
 * @param harm whether the author tells of harm: then there is nothing to word better, and help is due
 */
public record Review(String rules, boolean analysed, Map<SlotName, SlotFound> slots, List<FlagFound> flags, int overall,
        double score,
        List<String> wordings, boolean harm) {

    public Review {
        slots = Map.copyOf(slots);
        flags = List.copyOf(flags);
        wordings = List.copyOf(wordings);
    }

    /** Whether this was found. */
    public boolean has(FlagName name) {
        return flags.stream().anyMatch(flag -> flag.name() == name);
    }

    /** How well a slot is filled: 0 missing, 1 weak, 2 good. */
    public int grade(SlotName name) {
        SlotFound slot = slots.get(name);
        return slot == null ? 0 : slot.grade();
    }

    /**
     * A slot.
     *
     * @param grade 0 missing, 1 weak, 2 good
     * @param span where, null if missing
     */
    public record SlotFound(int grade, @Nullable Span span) {}

    /**
     * A flag.
     *
     * @param span where it was first found
     * @param rule which rule found it
     * @param why one sentence for the author
     * @param ask a question that helps
     */
    public record FlagFound(FlagName name, Span span, String rule, String why, String ask) {}
}
