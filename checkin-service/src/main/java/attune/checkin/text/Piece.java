package attune.checkin.text;

/** A token before its sentence is known. */
record Piece(String form, int start, int end, Token.Kind kind) {

    boolean isWord() {
        return kind == Token.Kind.WORD;
    }

    boolean isLetter() {
        return isWord() && form.length() == 1 && Character.isLetter(form.charAt(0));
    }

    Piece as(String other) {
        return new Piece(other, start, end, kind);
    }
}
