package attune.checkin.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Turns what was written into words: short forms, signs for letters, stretched, spaced, glued and slipped ones. */
final class Spelling {

    private static final Map<String, String> SHORT_FORMS = Resources.pairs("short-forms.txt", key -> key);
    private static final Map<String, String> ENDINGS = Map.of("m", "am", "re", "are", "ve", "have", "ll", "will", "d",
            "would");
    private static final String NAMES_OF_IS = " he she it that what who there here where how when this everything ";

    private final Vocabulary vocabulary;

    Spelling(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<Piece> words(List<Piece> pieces) {
        List<Piece> words = new ArrayList<>(pieces.size() + 16);
        for (int i = 0; i < pieces.size();) {
            Piece piece = pieces.get(i);
            if (!piece.isWord()) {
                words.add(piece);
                i++;
                continue;
            }
            int spaced = spaced(pieces, i, words);
            if (spaced > i) {
                i = spaced;
                continue;
            }
            int torn = torn(pieces, i, words);
            if (torn > i) {
                i = torn;
                continue;
            }
            for (String form : forms(piece.form())) {
                words.add(piece.as(form));
            }
            i++;
        }
        return words;
    }

    /** Letters with gaps or points between them; gives the next place, or the same if there are none. */
    private int spaced(List<Piece> pieces, int from, List<Piece> words) {
        int to = from;
        StringBuilder letters = new StringBuilder();
        int last = from;
        while (to < pieces.size() && to - from < 120) {
            Piece piece = pieces.get(to);
            if (piece.isLetter()) {
                letters.append(piece.form());
                last = to;
            } else if (piece.isWord() || piece.form().equals("!") || piece.form().equals("?")
                    || piece.form().equals("\n\n")) {
                break;
            }
            to++;
        }
        if (letters.length() < 3) {
            return from;
        }
        String joined = letters.toString();
        List<String> cut = vocabulary.isKnown(joined) ? List.of(joined) : vocabulary.cut(joined);
        if (cut == null && SHORT_FORMS.containsKey(joined)) {
            cut = List.of(joined);
        }
        if (cut == null) {
            return from;
        }
        int start = pieces.get(from).start();
        int end = pieces.get(last).end();
        for (String word : cut) {
            for (String form : forms(word)) {
                words.add(new Piece(form, start, end, Token.Kind.WORD));
            }
        }
        return last + 1;
    }

    /** A word with one gap too many. */
    private int torn(List<Piece> pieces, int at, List<Piece> words) {
        if (at + 1 >= pieces.size() || !pieces.get(at + 1).isWord()) {
            return at;
        }
        Piece first = pieces.get(at);
        Piece second = pieces.get(at + 1);
        String joined = first.form() + second.form();
        if (joined.length() < 4 || !vocabulary.isSought(joined)) {
            return at;
        }
        boolean whole = isUsual(first.form()) && isUsual(second.form());
        if (whole && !joined.endsWith("self")) {
            return at;
        }
        words.add(new Piece(joined, first.start(), second.end(), Token.Kind.WORD));
        return at + 2;
    }

    private boolean isUsual(String form) {
        return vocabulary.isKnown(form) || SHORT_FORMS.containsKey(form) || form.indexOf('\'') >= 0;
    }

    private List<String> forms(String written) {
        String shortForm = SHORT_FORMS.get(written);
        if (shortForm != null) {
            return List.of(shortForm.split(" ", -1));
        }
        int apostrophe = written.lastIndexOf('\'');
        if (apostrophe > 0) {
            return contracted(written, apostrophe);
        }
        if (vocabulary.isKnown(written)) {
            return List.of(written);
        }
        return unknown(written);
    }

    private List<String> contracted(String written, int at) {
        String head = written.substring(0, at).replace("'", "");
        String tail = written.substring(at + 1);
        String joined = SHORT_FORMS.get(head + tail);
        if (joined != null) {
            return List.of(joined.split(" ", -1));
        }
        if (tail.equals("t") && head.length() > 1 && head.endsWith("n")) {
            return with(forms(head.substring(0, head.length() - 1)), "not");
        }
        if (tail.equals("s")) {
            return with(forms(head), NAMES_OF_IS.contains(" " + head + " ") ? "is" : "'s");
        }
        String ending = ENDINGS.get(tail);
        return ending == null ? forms(head + tail) : with(forms(head), ending);
    }

    private static List<String> with(List<String> words, String more) {
        List<String> all = new ArrayList<>(words);
        all.add(more);
        return all;
    }

    private List<String> unknown(String written) {
        String plain = plain(written);
        if (plain != null) {
            return SHORT_FORMS.containsKey(plain) ? List.of(SHORT_FORMS.get(plain).split(" ", -1)) : List.of(plain);
        }
        String letters = Letters.only(written);
        if (letters.length() != written.length() && !letters.isEmpty()) {
            return Letters.parts(written);
        }
        if (written.length() >= 6) {
            List<String> cut = vocabulary.cut(written);
            if (cut != null) {
                return cut;
            }
        }
        return List.of(written);
    }

    private @Nullable String plain(String written) {
        for (String candidate : Letters.readings(written)) {
            if (vocabulary.isKnown(candidate) || SHORT_FORMS.containsKey(candidate)) {
                return candidate;
            }
        }
        for (String candidate : Letters.readings(written)) {
            String meant = Letters.isWord(candidate) ? vocabulary.correct(candidate) : null;
            if (meant != null) {
                return meant;
            }
        }
        return null;
    }
}
