package attune.checkin.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells which sentence and which clause each piece belongs to. */
final class Sentences {

    private static final Set<String> BEGIN_CLAUSE = Set.of("but", "because", "although", "though", "while", "when",
            "whenever", "if", "so", "and", "or", "until", "unless", "since", "then", "yet", "plus", "except", "however",
            "which", "whereas", "before", "after");
    private static final Set<String> CUT = Set.of(",", ";", ":", "(", ")", "—", "–", "-", "...", "\n", "\n\n", "/",
            "•", "\"");
    private static final Set<String> ABBREVIATIONS = Set.of("mr", "mrs", "ms", "dr", "st", "vs", "etc", "eg", "ie",
            "prof", "jr", "sr", "approx");

    private final List<Piece> pieces;
    private final List<Token> tokens = new ArrayList<>();

    private Sentences(List<Piece> pieces) {
        this.pieces = pieces;
    }

    static List<Token> tokens(List<Piece> pieces, String raw) {
        Sentences sentences = new Sentences(pieces);
        sentences.read(raw);
        return sentences.tokens;
    }

    private void read(String raw) {
        int sentence = 0;
        int clause = 0;
        int words = 0;
        boolean cut = false;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean stop = isStop(i, words, raw);
            if (piece.isWord() && (cut || (words > 0 && BEGIN_CLAUSE.contains(piece.form())))) {
                clause++;
                cut = false;
            }
            tokens.add(new Token(piece.form(), piece.start(), piece.end(), stop
                    ? Token.Kind.STOP
                    : piece.kind() == Token.Kind.STOP ? Token.Kind.MARK : piece.kind(), sentence, clause));
            if (stop) {
                sentence++;
                clause++;
                words = 0;
                cut = false;
            } else if (piece.isWord()) {
                words++;
            } else if (words > 0 && (CUT.contains(piece.form()) || piece.kind() == Token.Kind.EMOJI)) {
                cut = true;
            }
        }
    }

    private boolean isStop(int at, int words, String raw) {
        Piece piece = pieces.get(at);
        if (piece.kind() == Token.Kind.STOP) {
            return !(piece.form().equals(".") && (words == 0 || isAbbreviation(at) || isStaccato(at, words)));
        }
        if (piece.form().equals("\n\n")) {
            return words > 0 && !goesOn(at, raw);
        }
        return piece.form().equals("\n") && words > 0 && (beginsItem(at, raw) || beginsAnew(at, raw));
    }

    private boolean isAbbreviation(int at) {
        return at > 0 && ABBREVIATIONS.contains(pieces.get(at - 1).form());
    }

    /** I. Want. To. Die: points after single words, several in a row. */
    private boolean isStaccato(int at, int words) {
        return (words <= 1 && isPoint(at + 2) && (isPoint(at - 2) || isPoint(at + 4)))
                || (isPoint(at - 2) && isPoint(at + 2));
    }

    private boolean isPoint(int at) {
        return at >= 0 && at < pieces.size() && pieces.get(at).form().equals(".");
    }

    private boolean goesOn(int at, String raw) {
        return at + 1 < pieces.size() && at > 0 && pieces.get(at - 1).isWord()
                && Character.isLowerCase(raw.charAt(pieces.get(at + 1).start()));
    }

    /** A line that begins with a capital after one that could end there, such as the one after a title. */
    private boolean beginsAnew(int at, String raw) {
        return at > 0 && at + 1 < pieces.size() && Character.isUpperCase(raw.charAt(pieces.get(at + 1).start()))
                && !OPEN_ENDS.contains(pieces.get(at - 1).form());
    }

    private static final Set<String> OPEN_ENDS = Set.of("to", "the", "a", "an", "my", "your", "his", "her", "our",
            "their", "and", "or", "but", "of", "for", "with", "from", "in", "on", "at", "i", "he", "she", "we", "they",
            "is", "am", "are", "was", "not", "want", "gonna", "will", "would", "could", "should", "just");

    /** A line that begins with a bullet. */
    private boolean beginsItem(int at, String raw) {
        if (at + 1 >= pieces.size()) {
            return false;
        }
        char next = raw.charAt(pieces.get(at + 1).start());
        return next == '-' || next == '*' || next == '•' || next == '–';
    }
}
