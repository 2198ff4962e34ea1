package attune.checkin.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import attune.checkin.text.Node.Step;

/** With which words automata may begin. */
final class FirstWords {

    private final int words;
    private final List<BitSet> ofClasses = new ArrayList<>();

    /** The classes come with those first that others need. */
    FirstWords(int words, List<Node> classes) {
        this.words = words;
        classes.forEach(start -> ofClasses.add(of(start)));
    }

    /** Those of each class, in order. */
    List<BitSet> ofClasses() {
        return ofClasses;
    }

    BitSet of(Node start) {
        BitSet first = new BitSet();
        collect(start, first, new HashSet<>());
        return first;
    }

    private void collect(Node node, BitSet first, Set<Node> seen) {
        if (!seen.add(node)) {
            return;
        }
        for (Step step : node.steps()) {
            switch (step.kind()) {
                case WORD -> {
                    if (step.words() != null) {
                        first.or(step.words());
                    }
                }
                case CLASS -> first.or(ofClasses.get(step.automaton()));
                case ANY, NUMBER -> first.set(0, words);
                case FREE, BEGINNING, END -> collect(step.to(), first, seen);
            }
        }
    }
}
