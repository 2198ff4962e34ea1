package attune.checkin.text;

/**
 * One word or mark of a text. Short forms are written out, so that several tokens may share one place in the original.
 *
 * @param form the word in lower case and plain letters, spelled as the dictionary does where the writer did not
 * @param start where it begins in the original, in UTF-16 units
 * @param end where it ends, exclusive
 * @param sentence number of its sentence, from 0
 * @param clause number of its clause in the whole text, from 0
 */
public record Token(String form, int start, int end, Kind kind, int sentence, int clause) {

    /** What a token is. */
    public enum Kind {
        WORD,
        /** A mark that separates nothing but clauses: comma, dash, dots, quotes. */
        MARK,
        /** A mark or gap that ends a sentence. */
        STOP,
        /** A picture; its form is the word for it. */
        EMOJI
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }
}
