package attune.checkin.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts characters into words, marks and pictures, in one pass. */
final class Scanner {

    private static final String INSIDE = "*@$!|#€";

    private final Characters characters;
    private final List<Piece> pieces = new ArrayList<>();

    private Scanner(Characters characters) {
        this.characters = characters;
    }

    static List<Piece> scan(Characters characters) {
        Scanner scanner = new Scanner(characters);
        for (int i = 0; i < characters.size();) {
            i = scanner.next(i);
        }
        return scanner.pieces;
    }

    private int next(int from) {
        int point = characters.at(from);
        if (isWordPart(from)) {
            return word(from);
        }
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            return space(from);
        }
        String picture = Pictures.word(point);
        if (picture != null) {
            return add(picture, from, from + 1, Token.Kind.EMOJI);
        }
        if ((point == '-' && isWordPart(from - 1) && isWordPart(from + 1)) || point == '_' || point == '*') {
            return from + 1; // a hyphen joins two words as a space would; the others are decoration
        }
        return switch (point) {
            case '.' -> dots(from);
            case '!', '?' -> add(Character.toString(point), from, from + 1, Token.Kind.STOP);
            default -> add(Character.toString(point), from, from + 1, Token.Kind.MARK);
        };
    }

    private int word(int from) {
        int to = from + 1;
        while (isWordPart(to) || isInside(to)) {
            to++;
        }
        return add(characters.form(from, to), from, to, Token.Kind.WORD);
    }

    /** A sign between two letters may stand for a letter. */
    private boolean isInside(int index) {
        int point = characters.at(index);
        return (point == '\'' || (point > 0 && INSIDE.indexOf(point) >= 0))
                && (isWordPart(index + 1) || (point == '*' && characters.at(index + 1) == '*'));
    }

    private boolean isWordPart(int index) {
        int point = characters.at(index);
        return (point > 0 && Character.isLetterOrDigit(point) && Pictures.word(point) == null)
                || ((point == '@' || point == '$') && Character.isLetter(Math.max(0, characters.at(index + 1))));
    }

    private int dots(int from) {
        int to = from + 1;
        while (characters.at(to) == '.') {
            to++;
        }
        return to - from > 1
                ? add("...", from, to, Token.Kind.MARK)
                : add(".", from, to, isWordPart(from + 1) && isWordPart(from - 1) ? Token.Kind.MARK : Token.Kind.STOP);
    }

    /** An empty line ends a sentence unless the next goes on in small letters; that is for {@link Sentences} to say. */
    private int space(int from) {
        int to = from;
        int lines = 0;
        while (to < characters.size() && (Character.isWhitespace(characters.at(to))
                || Character.isSpaceChar(characters.at(to)))) {
            lines += characters.at(to) == '\n' ? 1 : 0;
            to++;
        }
        if (lines > 0) {
            add(lines > 1 ? "\n\n" : "\n", from, to, Token.Kind.MARK);
        }
        return to;
    }

    private int add(String form, int from, int to, Token.Kind kind) {
        pieces.add(new Piece(form, characters.start(from), characters.end(to - 1), kind));
        return to;
    }
}
