package attune.checkin.text;

import java.util.List;

/** What a search wants to know of each token, as numbers and bits. */
final class Signs {

    /** May stand between the words of a phrase. */
    static final int SKIPPABLE = 1;
    /** A mark that separates clauses at most. */
    static final int MARK = 2;
    /** A word that a gap reaches over. */
    static final int BRIDGED = 4;
    static final int NUMBER = 8;
    /** A word at which a clause begins, but for what joins it to the one before. */
    static final int BEGINNING = 16;
    /** A clause ended before it. */
    static final int END = 32;

    private final int[] words;
    private final byte[] signs;
    private final int[] sentenceEnds;

    private Signs(int size) {
        words = new int[size];
        signs = new byte[size];
        sentenceEnds = new int[size];
    }

    static Signs of(List<Token> tokens, Automata automata) {
        Signs signs = new Signs(tokens.size());
        signs.read(tokens, automata);
        return signs;
    }

    private void read(List<Token> tokens, Automata automata) {
        int clause = -1;
        boolean open = false;
        for (int i = 0; i < words.length; i++) {
            Token token = tokens.get(i);
            boolean word = token.isWord();
            words[i] = automata.ids().getOrDefault(token.form(), 0);
            boolean filler = automata.fillers().get(words[i]);
            boolean mark = token.kind() == Token.Kind.MARK;
            open |= token.clause() != clause;
            set(i, SKIPPABLE, filler || mark || token.kind() == Token.Kind.EMOJI);
            set(i, MARK, mark);
            set(i, BRIDGED, word && !automata.barriers().get(words[i]));
            set(i, NUMBER, word && isNumber(token.form()));
            set(i, BEGINNING, open && word);
            set(i, END, !word || (i > 0 && token.clause() != clause));
            clause = token.clause();
            open &= !word || filler || Joining.WORDS.contains(token.form());
        }
        for (int i = words.length - 1; i >= 0; i--) {
            boolean last = i + 1 == words.length || tokens.get(i + 1).sentence() != tokens.get(i).sentence();
            sentenceEnds[i] = last ? i + 1 : sentenceEnds[i + 1];
        }
    }

    private void set(int at, int sign, boolean is) {
        signs[at] |= (byte) (is ? sign : 0);
    }

    private static boolean isNumber(String form) {
        return Character.isDigit(form.charAt(0)) || Joining.NUMBERS.contains(form);
    }

    int size() {
        return words.length;
    }

    /** The number of the word; 0 if it stands in no phrase. */
    int word(int at) {
        return words[at];
    }

    boolean is(int at, int sign) {
        return (signs[at] & sign) != 0;
    }

    /** Where the sentence of a token ends, exclusive. */
    int sentenceEnd(int at) {
        return sentenceEnds[at];
    }
}
