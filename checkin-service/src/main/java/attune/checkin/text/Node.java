package attune.checkin.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A state of an automaton: what may come next, and where it leads. */
final class Node {

    /** The kinds of steps between states. */
    enum Kind {
        WORD,
        ANY,
        NUMBER,
        CLASS,
        BEGINNING,
        END,
        FREE
    }

    /** One step: over a word of a set, over a class, over anything, or over nothing. */
    record Step(Kind kind, @Nullable BitSet words, int automaton, Node to) {}

    private final int number;
    private final boolean accepting;
    private final List<Step> steps = new ArrayList<>(2);

    Node(int number, boolean accepting) {
        this.number = number;
        this.accepting = accepting;
    }

    int number() {
        return number;
    }

    boolean isAccepting() {
        return accepting;
    }

    List<Step> steps() {
        return steps;
    }
}
