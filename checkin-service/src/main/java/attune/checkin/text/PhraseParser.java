package attune.checkin.text;

import java.util.ArrayList;
import java.util.List;

import attune.checkin.text.Phrase.Beginning;
import attune.checkin.text.Phrase.Choice;
import attune.checkin.text.Phrase.Count;
import attune.checkin.text.Phrase.End;
import attune.checkin.text.Phrase.Gap;
import attune.checkin.text.Phrase.Named;
import attune.checkin.text.Phrase.Optional;
import attune.checkin.text.Phrase.Sequence;
import attune.checkin.text.Phrase.Words;

/**
 * Reads the written form of a phrase. {@code (a|b c)} is a choice, {@code [a]} may be left out, {@code <name>} stands
 * for a class of phrases, {@code hit~} is hit in all its forms, {@code *} is any word, {@code *3} up to three words,
 * {@code #} a number, {@code ^} and {@code $} the beginning and the end of a clause.
 */
final class PhraseParser {

    private static final String SIGNS = "()[]|<>";

    private final String written;
    private final List<String> parts = new ArrayList<>();
    private final int[] at = {0};

    private PhraseParser(String written) {
        this.written = written;
        cut();
    }

    /** An {@link IllegalArgumentException} that says what is wrong if it is not a phrase. */
    static Phrase parse(String written) {
        PhraseParser parser = new PhraseParser(written);
        Phrase phrase = parser.choice();
        if (parser.at[0] < parser.parts.size()) {
            throw parser.fault("there is a '" + parser.parts.get(parser.at[0]) + "' too many");
        }
        return phrase;
    }

    private void cut() {
        StringBuilder word = new StringBuilder();
        for (char c : (written + " ").toCharArray()) {
            if (c == ' ' || SIGNS.indexOf(c) >= 0) {
                if (!word.isEmpty()) {
                    parts.add(word.toString());
                    word.setLength(0);
                }
                if (c != ' ') {
                    parts.add(String.valueOf(c));
                }
            } else {
                word.append(c);
            }
        }
    }

    private Phrase choice() {
        List<Phrase> alternatives = new ArrayList<>();
        alternatives.add(sequence());
        while (take("|")) {
            alternatives.add(sequence());
        }
        return alternatives.size() == 1 ? alternatives.getFirst() : new Choice(List.copyOf(alternatives));
    }

    private Phrase sequence() {
        List<Phrase> sequence = new ArrayList<>();
        while (at[0] < parts.size() && !")]|>".contains(parts.get(at[0]))) {
            sequence.add(one());
        }
        if (sequence.isEmpty()) {
            throw fault("something is empty");
        }
        return sequence.size() == 1 ? sequence.getFirst() : new Sequence(List.copyOf(sequence));
    }

    private Phrase one() {
        String part = parts.get(at[0]++);
        return switch (part) {
            case "(" -> closed(choice(), ")");
            case "[" -> new Optional(closed(choice(), "]"));
            case "<" -> name();
            case "^" -> new Beginning();
            case "$" -> new End();
            case "#" -> new Count();
            default -> part.startsWith("*") ? gap(part) : word(part);
        };
    }

    private Phrase name() {
        if (at[0] >= parts.size()) {
            throw fault("a name is missing after '<'");
        }
        Phrase name = new Named(parts.get(at[0]++));
        return closed(name, ">");
    }

    private Phrase closed(Phrase phrase, String sign) {
        if (!take(sign)) {
            throw fault("a '" + sign + "' is missing");
        }
        return phrase;
    }

    private Gap gap(String part) {
        if (part.equals("*")) {
            return new Gap(1, 1);
        }
        try {
            int most = Integer.parseInt(part.substring(1));
            if (most > 0 && most <= 9) {
                return new Gap(0, most);
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw fault("a gap is written as * or *1 to *9");
    }

    private Words word(String part) {
        String word = part.endsWith("~") ? part.substring(0, part.length() - 1) : part;
        boolean plain = word.equals("'s") || (!word.isEmpty() && word.chars().allMatch(PhraseParser::isPlain));
        if (!plain) {
            throw fault("'" + part + "' is not a word in small letters");
        }
        return new Words(part.endsWith("~") ? Inflections.of(word) : List.of(word));
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private boolean take(String sign) {
        if (at[0] < parts.size() && parts.get(at[0]).equals(sign)) {
            at[0]++;
            return true;
        }
        return false;
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException("in the phrase \"" + written + "\" " + what);
    }
}
