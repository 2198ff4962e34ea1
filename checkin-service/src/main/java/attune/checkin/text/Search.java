package attune.checkin.text;

import java.util.List;

import attune.checkin.text.Automata.Start;

/**
 * One search in one text, sentence by sentence from the last to the first, as the prefilter needs it. Entries that pass
 * it are walked; classes are walked where an entry asks for them, once at each place. Each state is tried once at each
 * place for each beginning, so that no text can make it slow. For one thread.
 */
final class Search {

    /** The longest stretch of tokens that a phrase may span. */
    static final int WIDTH = 48;
    /** Most searches end here, before anything could be tried twice: to remember would cost more than it saves. */
    private static final int EARLY = 2;
    /** So many fillers in a row may stand between two words. */
    private static final int MOST_FILLERS = 4;

    /** Takes what is found. */
    interface Sink {
        void found(int entry, int first, int end);
    }

    private final Automata automata;
    private final Program program;
    private final Signs signs;
    private final Scratch scratch;
    private final long origin;

    Search(Automata automata, List<Token> tokens, Scratch scratch) {
        this.automata = automata;
        program = automata.program();
        signs = Signs.of(tokens, automata);
        this.scratch = scratch;
        origin = scratch.begin(signs.size());
    }

    /** Finds the last first: by where they begin, then by the number of the entry. */
    void run(Sink sink) {
        Prefilter.Sweep sweep = scratch.sweep();
        for (int at = signs.size() - 1; at >= 0; at--) {
            if (at + 1 == signs.sentenceEnd(at)) {
                sweep.begin();
            }
            sweep.over(signs.word(at));
            for (int i = sweep.candidates(signs.word(at)) - 1; i >= 0; i--) {
                attempt(sweep.candidate(i), at, sink);
            }
        }
    }

    private void attempt(int entry, int at, Sink sink) {
        long ends = walk(automata.entries().get(entry), at);
        if (ends != 0) {
            sink.found(entry, at, withoutMarks(at, at + Long.SIZE - Long.numberOfLeadingZeros(ends)));
        }
    }

    private int withoutMarks(int first, int end) {
        int last = end - 1;
        while (last > first && signs.is(last, Signs.MARK)) {
            last--;
        }
        return last + 1;
    }

    /** The places where it may end: bit n stands for n + 1 tokens. */
    private long walk(int start, int at) {
        long outer = scratch.enter();
        long ends = step(start, at, at, 0);
        scratch.leave(outer);
        return ends;
    }

    private long step(int node, int from, int at, int skipped) {
        int offset = at - from;
        if (offset >= WIDTH || (offset > EARLY && !scratch.isFirst(node, offset))) {
            return 0;
        }
        boolean accepting = program.isAccepting(node);
        long ends = accepting && offset > 0 ? 1L << (offset - 1) : 0;
        for (int step = program.start(node); step < program.end(node); step++) {
            ends |= take(step, from, at);
        }
        if (offset > 0 && at < signs.sentenceEnd(from) && signs.is(at, Signs.SKIPPABLE) && skipped < MOST_FILLERS
                && !accepting) {
            ends |= step(node, from, at + 1, skipped + 1);
        }
        return ends;
    }

    private long take(int step, int from, int at) {
        boolean inside = at < signs.sentenceEnd(from);
        int target = program.target(step);
        return switch (program.kind(step)) {
            case FREE -> step(target, from, at, 0);
            case WORD -> inside && program.takes(step, signs.word(at)) ? step(target, from, at + 1, 0) : 0;
            case ANY -> inside && signs.is(at, Signs.BRIDGED) ? step(target, from, at + 1, 0) : 0;
            case NUMBER -> inside && signs.is(at, Signs.NUMBER) ? step(target, from, at + 1, 0) : 0;
            case BEGINNING -> inside && signs.is(at, Signs.BEGINNING) ? step(target, from, at, 0) : 0;
            case END -> !inside || signs.is(at, Signs.END) ? step(target, from, at, 0) : 0;
            case CLASS -> inside ? over(step, from, at) : 0;
        };
    }

    private long over(int step, int from, int at) {
        long ends = 0;
        for (long left = ends(program.automaton(step), at); left != 0; left &= left - 1) {
            ends |= step(program.target(step), from, at + Long.numberOfTrailingZeros(left) + 1, 0);
        }
        return ends;
    }

    /** Where a class that begins here may end. */
    private long ends(int automaton, int at) {
        Start start = automata.classes().get(automaton);
        if (!start.firstWords().get(signs.word(at))) {
            return 0;
        }
        if (!scratch.knows(automaton, origin + at)) {
            scratch.remember(automaton, origin + at, walk(start.node(), at));
        }
        return scratch.ends(automaton, origin + at);
    }
}
