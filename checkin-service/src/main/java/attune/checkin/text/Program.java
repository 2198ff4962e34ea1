package attune.checkin.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import attune.checkin.text.Node.Kind;
import attune.checkin.text.Node.Step;

/** The states and steps of all automata in flat arrays, as a search walks them: all steps of a state in a row. */
final class Program {

    private final int[] starts;
    private final boolean[] accepting;
    private final Kind[] kinds;
    private final int[] operands;
    private final int[] targets;
    private final long[][] wordSets;

    /** Of all states that can be reached from the starts; their numbers are below {@code nodes}. */
    Program(int nodes, List<Node> from) {
        Node[] all = new Node[nodes];
        from.forEach(start -> collect(start, all));
        starts = new int[nodes + 1];
        accepting = new boolean[nodes];
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            if (all[i] != null) {
                accepting[i] = all[i].isAccepting();
                steps.addAll(all[i].steps());
            }
            starts[i + 1] = steps.size();
        }
        kinds = steps.stream().map(Step::kind).toArray(Kind[]::new);
        targets = steps.stream().mapToInt(step -> step.to().number()).toArray();
        Map<BitSet, Integer> sets = new HashMap<>();
        operands = steps.stream().mapToInt(step -> step.kind() == Kind.WORD
                ? sets.computeIfAbsent(step.words(), _ -> sets.size())
                : step.automaton()).toArray();
        wordSets = new long[sets.size()][];
        sets.forEach((set, number) -> wordSets[number] = set.toLongArray());
    }

    private static void collect(Node node, Node[] all) {
        if (all[node.number()] == null) {
            all[node.number()] = node;
            node.steps().forEach(step -> collect(step.to(), all));
        }
    }

    /** The first step of a state. */
    int start(int node) {
        return starts[node];
    }

    /** The end of the steps of a state, exclusive. */
    int end(int node) {
        return starts[node + 1];
    }

    boolean isAccepting(int node) {
        return accepting[node];
    }

    Kind kind(int step) {
        return kinds[step];
    }

    /** The class that the step goes over. */
    int automaton(int step) {
        return operands[step];
    }

    /** The state that the step leads to. */
    int target(int step) {
        return targets[step];
    }

    /** Whether the step goes over this word. */
    boolean takes(int step, int word) {
        long[] set = wordSets[operands[step]];
        return word / Long.SIZE < set.length && (set[word / Long.SIZE] & 1L << word) != 0;
    }

    int nodes() {
        return accepting.length;
    }
}
