package attune.checkin.text;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.checkin.text.Node.Step;

/**
 * One search in one text. Classes are found first, those that others need before those; then the entries. Each state is
 * tried once at each place for each beginning, so that no text can make it slow. For one thread.
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
    private final List<Token> tokens;
    private final int[] words;
    private final boolean[] skippable;
    private final boolean[] beginning;
    private final long[] @Nullable [] spans;
    private final Scratch scratch;

    Search(Automata automata, List<Token> tokens, Scratch scratch) {
        this.automata = automata;
        this.tokens = tokens;
        words = new int[tokens.size()];
        skippable = new boolean[tokens.size()];
        beginning = new boolean[tokens.size()];
        spans = new long[automata.classes().size()][];
        this.scratch = scratch;
        prepare();
    }

    private void prepare() {
        int clause = -1;
        boolean open = false;
        for (int i = 0; i < words.length; i++) {
            Token token = tokens.get(i);
            words[i] = automata.ids().getOrDefault(token.form(), 0);
            boolean filler = automata.fillers().get(words[i]);
            skippable[i] = filler || token.kind() == Token.Kind.MARK || token.kind() == Token.Kind.EMOJI;
            open |= token.clause() != clause;
            clause = token.clause();
            beginning[i] = open && token.isWord();
            open &= !token.isWord() || filler || Joining.WORDS.contains(token.form());
        }
    }

    void run(Sink sink) {
        List<int[]> due = new ArrayList<>();
        for (int at = 0; at < words.length; at++) {
            for (int automaton : automata.classesByWord().get(words[at])) {
                due.add(new int[]{automaton, at});
            }
        }
        due.sort((one, other) -> Integer.compare(one[0], other[0]));
        for (int[] one : due) {
            long ends = ends(automata.classes().get(one[0]), one[1]);
            if (ends != 0) {
                long[] found = spans[one[0]];
                if (found == null) {
                    found = new long[words.length];
                    spans[one[0]] = found;
                }
                found[one[1]] = ends;
            }
        }
        for (int at = 0; at < words.length; at++) {
            for (int entry : automata.entriesByWord().get(words[at])) {
                long ends = ends(automata.entries().get(entry), at);
                if (ends != 0) {
                    sink.found(entry, at, withoutMarks(at, at + 64 - Long.numberOfLeadingZeros(ends)));
                }
            }
        }
    }

    private int withoutMarks(int first, int end) {
        int last = end - 1;
        while (last > first && tokens.get(last).kind() == Token.Kind.MARK) {
            last--;
        }
        return last + 1;
    }

    /** The places where it may end: bit n stands for n + 1 tokens. */
    private long ends(Node start, int at) {
        scratch.begin();
        return step(start, at, at, 0);
    }

    private long step(Node node, int from, int at, int skipped) {
        int index = node.number() * WIDTH + at - from;
        if (at - from >= WIDTH || (at - from > EARLY && !scratch.isFirst(index))) {
            return 0;
        }
        long ends = node.isAccepting() && at > from ? 1L << (at - from - 1) : 0;
        boolean inside = at < words.length && tokens.get(at).sentence() == tokens.get(from).sentence();
        for (Step step : node.steps()) {
            ends |= take(step, from, at, inside);
        }
        if (inside && at > from && skippable[at] && skipped < MOST_FILLERS && !node.isAccepting()) {
            ends |= step(node, from, at + 1, skipped + 1);
        }
        return ends;
    }

    private long take(Step step, int from, int at, boolean inside) {
        return switch (step.kind()) {
            case FREE -> step(step.to(), from, at, 0);
            case WORD -> inside && step.words() != null && step.words().get(words[at])
                    ? step(step.to(), from, at + 1, 0)
                    : 0;
            case ANY -> inside && tokens.get(at).isWord() && !automata.barriers().get(words[at])
                    ? step(step.to(), from, at + 1, 0)
                    : 0;
            case NUMBER -> inside && isNumber(tokens.get(at)) ? step(step.to(), from, at + 1, 0) : 0;
            case BEGINNING -> inside && beginning[at] ? step(step.to(), from, at, 0) : 0;
            case END -> !inside || (at > 0 && tokens.get(at).clause() != tokens.get(at - 1).clause())
                    || !tokens.get(at).isWord() ? step(step.to(), from, at, 0) : 0;
            case CLASS -> inside ? over(step, from, at) : 0;
        };
    }

    private long over(Step step, int from, int at) {
        long[] found = spans[step.automaton()];
        long ends = 0;
        for (long left = found == null ? 0 : found[at]; left != 0; left &= left - 1) {
            ends |= step(step.to(), from, at + Long.numberOfTrailingZeros(left) + 1, 0);
        }
        return ends;
    }

    private static boolean isNumber(Token token) {
        return token.isWord() && (Character.isDigit(token.form().charAt(0)) || Joining.NUMBERS.contains(token.form()));
    }
}
