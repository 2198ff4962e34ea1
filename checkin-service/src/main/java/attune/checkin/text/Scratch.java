package attune.checkin.text;

/**
 * What a search remembers; used again and again, as it is large, and never larger than the automata ask for, however long
 * the text is. For one search at a time.
 */
final class Scratch {

    /** Ends of classes are remembered for so many tokens: a power of two, twice what an entry may span and more. */
    private static final int RING = 128;

    private final Prefilter.Sweep sweep;
    private final long[] tried;
    private final long[] triedIn;
    private final long[] classEnds;
    private final long[] classPlaces;
    private final long[] walk = {0};
    private final long[] walks = {0};
    private final long[] places = {1};

    Scratch(Automata automata) {
        sweep = automata.prefilter().new Sweep();
        tried = new long[automata.program().nodes()];
        triedIn = new long[tried.length];
        classEnds = new long[automata.classes().size() * RING];
        classPlaces = new long[classEnds.length];
    }

    Prefilter.Sweep sweep() {
        return sweep;
    }

    /** Begins a text: the place of its first token, as no other text had it. */
    long begin(int tokens) {
        long first = places[0];
        places[0] += tokens;
        return first;
    }

    /** Begins a walk through an automaton, and gives the one that it interrupts. */
    long enter() {
        long outer = walk[0];
        walk[0] = ++walks[0];
        return outer;
    }

    /** Goes on with a walk that was interrupted. */
    void leave(long outer) {
        walk[0] = outer;
    }

    /** Whether the state is tried for the first time in this walk after so many tokens, at most 63. */
    boolean isFirst(int node, int offset) {
        if (triedIn[node] != walk[0]) {
            triedIn[node] = walk[0];
            tried[node] = 0;
        }
        long before = tried[node];
        tried[node] = before | 1L << offset;
        return before != tried[node];
    }

    boolean knows(int automaton, long place) {
        return classPlaces[slot(automaton, place)] == place;
    }

    long ends(int automaton, long place) {
        return classEnds[slot(automaton, place)];
    }

    void remember(int automaton, long place, long ends) {
        classEnds[slot(automaton, place)] = ends;
        classPlaces[slot(automaton, place)] = place;
    }

    private static int slot(int automaton, long place) {
        return automaton * RING + (int) (place & RING - 1);
    }
}
