package attune.checkin.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a shape of words as rule files write it; the language is described in {@code docs/statements.md}. */
final class PatternReader {

    private static final int LOOK_BACK = 6;

    private final String text;
    private final Vocabulary vocabulary;
    private int at;

    private PatternReader(String text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    /**
     * The pattern of a line.
     *
     * @throws IllegalArgumentException if it cannot be read, saying where
     */
    static Pattern read(String text, Vocabulary vocabulary) {
        PatternReader reader = new PatternReader(text, vocabulary);
        Pattern pattern = reader.choice();
        if (reader.at < text.length()) {
            throw reader.fault("there is more than one pattern");
        }
        return pattern;
    }

    private Pattern choice() {
        List<Pattern> options = new ArrayList<>();
        options.add(sequence());
        while (peek() == '|') {
            at++;
            options.add(sequence());
        }
        return options.size() == 1 ? options.getFirst() : merged(options);
    }

    private static Pattern merged(List<Pattern> options) {
        return options.stream().allMatch(Pattern.OneOf.class::isInstance)
                ? new Pattern.OneOf(Set.copyOf(options.stream()
                        .flatMap(option -> ((Pattern.OneOf) option).forms().stream()).distinct().toList()))
                : new Pattern.Choice(List.copyOf(options));
    }

    private Pattern sequence() {
        List<Pattern> parts = new ArrayList<>();
        for (char next = peek(); next != 0 && next != '|' && next != ')'; next = peek()) {
            parts.add(part());
        }
        if (parts.isEmpty()) {
            throw fault("something is missing");
        }
        return parts.size() == 1 ? parts.getFirst() : new Pattern.Sequence(List.copyOf(parts));
    }

    private Pattern part() {
        Pattern part = atom();
        if (at < text.length() && text.charAt(at) == '?') {
            at++;
            return new Pattern.Maybe(part);
        }
        return part;
    }

    private Pattern atom() {
        switch (peek()) {
            case '(':
                return group();
            case '^':
                at++;
                return new Pattern.Beginning();
            case '$':
                at++;
                return new Pattern.Ending();
            case '%':
                at++;
                return new Pattern.TheEnd();
            case '!':
                at++;
                return new Pattern.NotNext(group());
            case '<':
                at += 2;
                return new Pattern.NotBefore(group(), LOOK_BACK);
            case '.':
                return gap();
            default:
                return isQuoted() ? quoted() : word();
        }
    }

    private Pattern group() {
        if (peek() != '(') {
            throw fault("a bracket is missing");
        }
        at++;
        Pattern inside = choice();
        if (peek() != ')') {
            throw fault("a closing bracket is missing");
        }
        at++;
        return inside;
    }

    private Pattern gap() {
        int dots = at;
        while (at < text.length() && text.charAt(at) == '.') {
            at++;
        }
        boolean pastCommas = at - dots == 3;
        int digits = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (digits == at) {
            throw fault("a gap needs a number");
        }
        return new Pattern.Gap(Integer.parseInt(text.substring(digits, at)), pastCommas);
    }

    private boolean isQuoted() {
        return text.charAt(at) == '\'' && at + 2 < text.length() && text.charAt(at + 2) == '\'';
    }

    private Pattern quoted() {
        at += 3;
        return vocabulary.word(text.substring(at - 2, at - 1));
    }

    private Pattern word() {
        int start = at;
        while (at < text.length() && " |()?".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.isEmpty()) {
            throw fault("a word is missing");
        }
        return word.startsWith("@") ? vocabulary.find(word.substring(1)) : vocabulary.word(word);
    }

    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException("the pattern '" + text + "' cannot be read at " + at + ": " + what);
    }
}
