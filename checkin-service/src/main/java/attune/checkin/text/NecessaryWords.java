package attune.checkin.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

import attune.checkin.text.Phrase.Beginning;
import attune.checkin.text.Phrase.Choice;
import attune.checkin.text.Phrase.Count;
import attune.checkin.text.Phrase.End;
import attune.checkin.text.Phrase.Gap;
import attune.checkin.text.Phrase.Named;
import attune.checkin.text.Phrase.Optional;
import attune.checkin.text.Phrase.Sequence;
import attune.checkin.text.Phrase.Words;

/**
 * Words without which a phrase cannot be found: sets, in order, of each of which one word stands in every match, each
 * later than the one of the set before. Of many such sets the few least common are taken.
 */
final class NecessaryWords {

    /** So many sets are kept of a phrase: one more filters little more. */
    static final int MOST = 3;

    private final Map<String, Phrase> classes;
    private final Function<Words, BitSet> forms;
    private final Commonness commonness;
    private final Map<String, List<BitSet>> ofClasses = new HashMap<>();

    /** With what each class stands for, and the numbers of words. */
    NecessaryWords(Map<String, Phrase> classes, Function<Words, BitSet> forms, Commonness commonness) {
        this.classes = classes;
        this.forms = forms;
        this.commonness = commonness;
    }

    /** At most {@link #MOST} sets in order, none if there may be a match without any certain word. */
    List<BitSet> of(Phrase phrase) {
        return rarest(all(phrase), MOST);
    }

    private List<BitSet> all(Phrase phrase) {
        return switch (phrase) {
            case Words words -> List.of(forms.apply(words));
            case Named name -> ofClass(name.name());
            case Sequence sequence -> sequence.parts().stream().flatMap(part -> all(part).stream()).toList();
            case Choice choice when choice.alternatives().stream().allMatch(Words.class::isInstance) ->
                List.of(words(choice));
            case Choice choice -> any(choice.alternatives().stream().map(this::all).toList());
            case Optional _,Gap _,Count _,Beginning _,End _ -> List.of();
        };
    }

    private BitSet words(Choice choice) {
        BitSet all = new BitSet();
        for (Phrase alternative : choice.alternatives()) {
            if (alternative instanceof Words words) {
                all.or(forms.apply(words));
            }
        }
        return all;
    }

    private List<BitSet> ofClass(String name) {
        List<BitSet> known = ofClasses.get(name);
        if (known == null) {
            known = all(Objects.requireNonNull(classes.get(name), name));
            ofClasses.put(name, known);
        }
        return known;
    }

    /** What is necessary if any of some phrases may be there: as many sets as filter best. */
    private List<BitSet> any(List<List<BitSet>> alternatives) {
        int most = Math.min(MOST, alternatives.stream().mapToInt(List::size).min().orElse(0));
        return IntStream.rangeClosed(1, most)
                .mapToObj(size -> alternatives.stream().map(sets -> rarest(sets, size)).reduce(NecessaryWords::union)
                        .orElseThrow())
                .min(Comparator.comparingDouble(this::likelihood))
                .orElseGet(List::of);
    }

    private static List<BitSet> union(List<BitSet> ones, List<BitSet> others) {
        List<BitSet> union = new ArrayList<>(ones.size());
        for (int i = 0; i < ones.size(); i++) {
            BitSet both = (BitSet) ones.get(i).clone();
            both.or(others.get(i));
            union.add(both);
        }
        return union;
    }

    private List<BitSet> rarest(List<BitSet> sets, int most) {
        if (sets.size() <= most) {
            return sets;
        }
        return IntStream.range(0, sets.size()).boxed()
                .sorted(Comparator.comparingDouble(index -> commonness.inSentence(sets.get(index))))
                .limit(most).sorted().map(sets::get).toList();
    }

    private double likelihood(List<BitSet> sets) {
        return sets.stream().mapToDouble(commonness::inSentence).reduce(1, (one, other) -> one * other);
    }
}
