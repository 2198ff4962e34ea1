package attune.checkin.statements;

/**
 * One word or mark of a text in the form rules know it by, and where it stands in the text as it was written.
 *
 * @param form lower case, short forms taken apart
 * @param start where it begins, in UTF-16 units of the raw text
 * @param end where it ends, exclusive
 */
record Word(String form, int start, int end) {

    /** Whether a sentence ends here. */
    boolean endsSentence() {
        return form.equals(".") || form.equals("?") || form.equals("!");
    }

    /** Whether it is a mark and not a word. */
    boolean isMark() {
        return endsSentence() || form.equals(",");
    }
}
