package attune.checkin.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import attune.checkin.text.Node.Step;
import attune.checkin.text.PhraseBook.Match;

/**
 * What the search of a phrase book must find, found in the plainest way: every class and every entry is walked at every
 * token, without a prefilter, without an index of words, on the states as they were built. For one thread.
 */
public final class PlainSearch {

    private static final int EARLY = 2;
    private static final int MOST_FILLERS = 4;

    private final AutomataBuilder builder;
    private final Automata automata;
    private final int[] triedIn;
    private int walk;

    private PlainSearch(AutomataBuilder builder) {
        this.builder = builder;
        automata = builder.build();
        triedIn = new int[automata.program().nodes() * Search.WIDTH];
    }

    /** With the phrases of a book; what each stands for is its place in the list. */
    public static PlainSearch of(Map<String, List<String>> classes, Collection<String> fillers,
            Collection<String> barriers, List<String> phrases) {
        AutomataBuilder builder = new AutomataBuilder(classes, fillers, barriers);
        phrases.forEach(builder::add);
        return new PlainSearch(builder);
    }

    /** All phrases in the text, in the order of where they begin; of each entry and beginning the longest. */
    public List<Match<Integer>> find(Text text) {
        return new Run(text.tokens()).find();
    }

    private final class Run {

        private final List<Token> tokens;
        private final int[] words;
        private final boolean[] skippable;
        private final boolean[] beginning;
        private final List<long[]> spans = new ArrayList<>();

        Run(List<Token> tokens) {
            this.tokens = tokens;
            words = tokens.stream().mapToInt(token -> automata.ids().getOrDefault(token.form(), 0)).toArray();
            skippable = new boolean[tokens.size()];
            beginning = new boolean[tokens.size()];
            int clause = -1;
            boolean open = false;
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                boolean filler = automata.fillers().get(words[i]);
                skippable[i] = filler || token.kind() == Token.Kind.MARK || token.kind() == Token.Kind.EMOJI;
                open |= token.clause() != clause;
                clause = token.clause();
                beginning[i] = open && token.isWord();
                open &= !token.isWord() || filler || Joining.WORDS.contains(token.form());
            }
        }

        List<Match<Integer>> find() {
            for (Node start : builder.classes()) {
                long[] ends = new long[tokens.size()];
                for (int at = 0; at < ends.length; at++) {
                    ends[at] = ends(start, at);
                }
                spans.add(ends);
            }
            List<Match<Integer>> found = new ArrayList<>();
            for (int at = 0; at < tokens.size(); at++) {
                for (int entry = 0; entry < builder.entries().size(); entry++) {
                    long ends = ends(builder.entries().get(entry), at);
                    if (ends != 0) {
                        found.add(new Match<>(entry, at, withoutMarks(at, at + 64 - Long.numberOfLeadingZeros(
                                ends))));
                    }
                }
            }
            return found;
        }

        private int withoutMarks(int first, int end) {
            int last = end - 1;
            while (last > first && tokens.get(last).kind() == Token.Kind.MARK) {
                last--;
            }
            return last + 1;
        }

        private long ends(Node start, int at) {
            walk++;
            return step(start, at, at, 0);
        }

        private long step(Node node, int from, int at, int skipped) {
            int offset = at - from;
            int place = node.number() * Search.WIDTH + Math.min(offset, Search.WIDTH - 1);
            if (offset >= Search.WIDTH || (offset > EARLY && triedIn[place] == walk)) {
                return 0;
            }
            triedIn[place] = walk;
            long ends = node.isAccepting() && at > from ? 1L << (offset - 1) : 0;
            boolean inside = at < tokens.size() && tokens.get(at).sentence() == tokens.get(from).sentence();
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
            long ends = 0;
            for (long left = spans.get(step.automaton())[at]; left != 0; left &= left - 1) {
                ends |= step(step.to(), from, at + Long.numberOfTrailingZeros(left) + 1, 0);
            }
            return ends;
        }

        private static boolean isNumber(Token token) {
            return token.isWord() && (Character.isDigit(token.form().charAt(0))
                    || Joining.NUMBERS.contains(token.form()));
        }
    }
}
