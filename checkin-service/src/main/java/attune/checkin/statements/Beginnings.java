package attune.checkin.statements;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * With which words a pattern may begin, so that it is tried only where one of them stands.
 *
 * @param words the words
 * @param any whether it may begin with whatever word
 * @param empty whether it may be nothing at all
 */
record Beginnings(Set<String> words, boolean any, boolean empty) {

    private static final Beginnings NOTHING = new Beginnings(Set.of(), false, true);
    private static final Beginnings ANYTHING = new Beginnings(Set.of(), true, true);

    static Beginnings of(Pattern pattern) {
        return switch (pattern) {
            case Pattern.OneOf one -> new Beginnings(one.forms(), false, false);
            case Pattern.Sequence sequence -> first(sequence.parts());
            case Pattern.Choice choice -> choice.options().stream().map(Beginnings::of)
                    .reduce(new Beginnings(Set.of(), false, false),
                            (one, other) -> one.or(other, one.empty || other.empty));
            case Pattern.Maybe maybe -> of(maybe.part()).or(NOTHING, true);
            case Pattern.Gap _ -> ANYTHING;
            case Pattern.NotNext _,Pattern.NotBefore _,Pattern.Beginning _,Pattern.Ending _,Pattern.TheEnd _ -> NOTHING;
        };
    }

    /** Whether it must be tried everywhere. */
    boolean isAnywhere() {
        return any || empty;
    }

    private static Beginnings first(List<Pattern> parts) {
        Beginnings sum = NOTHING;
        for (Pattern part : parts) {
            Beginnings next = of(part);
            sum = sum.or(next, next.empty);
            if (!next.empty) {
                break;
            }
        }
        return sum;
    }

    private Beginnings or(Beginnings other, boolean mayBeEmpty) {
        Set<String> both = new HashSet<>(words);
        both.addAll(other.words);
        return new Beginnings(both, any || other.any, mayBeEmpty);
    }
}
