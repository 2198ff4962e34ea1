package attune.checkin.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a shape of words as rule files write it; the language is described in {@code docs/statements.md}. */
final class PatternReader {

    private static final int LOOK_BACK = 6;

    private final String text;
    private final Vocabulary vocabulary;
    private final int[] at = {0};

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
        if (reader.at[0] < text.length()) {
            throw reader.fault("there is more than one pattern");
        }
        return pattern;
    }

    private Pattern choice() {
        List<Pattern> options = new ArrayList<>();
        options.add(sequence());
        while (peek() == '|') {
            at[0]++;
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
        if (at[0] < text.length() && text.charAt(at[0]) == '?') {
            at[0]++;
            return new Pattern.Maybe(part);
        }
        return part;
    }

    private Pattern atom() {
        return switch (peek()) {
            case '(' -> group();
            case '^' -> mark(new Pattern.Beginning());
            case '$' -> mark(new Pattern.Ending());
            case '%' -> mark(new Pattern.TheEnd());
            case '!' -> {
                at[0]++;
                yield new Pattern.NotNext(group());
            }
            case '<' -> {
                at[0] += 2;
                yield new Pattern.NotBefore(group(), LOOK_BACK);
            }
            case '.' -> gap();
            default -> isQuoted() ? quoted() : word();
        };
    }

    private Pattern mark(Pattern pattern) {
        at[0]++;
        return pattern;
    }

    private Pattern group() {
        if (peek() != '(') {
            throw fault("a bracket is missing");
        }
        at[0]++;
        Pattern inside = choice();
        if (peek() != ')') {
            throw fault("a closing bracket is missing");
        }
        at[0]++;
        return inside;
    }

    private Pattern gap() {
        int dots = at[0];
        while (at[0] < text.length() && text.charAt(at[0]) == '.') {
            at[0]++;
        }
        boolean pastCommas = at[0] - dots == 3;
        int digits = at[0];
        while (at[0] < text.length() && Character.isDigit(text.charAt(at[0]))) {
            at[0]++;
        }
        if (digits == at[0]) {
            throw fault("a gap needs a number");
        }
        return new Pattern.Gap(Integer.parseInt(text.substring(digits, at[0])), pastCommas);
    }

    private boolean isQuoted() {
        return text.charAt(at[0]) == '\'' && at[0] + 2 < text.length() && text.charAt(at[0] + 2) == '\'';
    }

    private Pattern quoted() {
        at[0] += 3;
        return vocabulary.word(text.substring(at[0] - 2, at[0] - 1));
    }

    private Pattern word() {
        int start = at[0];
        while (at[0] < text.length() && " |()?".indexOf(text.charAt(at[0])) < 0) {
            at[0]++;
        }
        String word = text.substring(start, at[0]);
        if (word.isEmpty()) {
            throw fault("a word is missing");
        }
        return word.startsWith("@") ? vocabulary.find(word.substring(1)) : vocabulary.word(word);
    }

    private char peek() {
        while (at[0] < text.length() && text.charAt(at[0]) == ' ') {
            at[0]++;
        }
        return at[0] < text.length() ? text.charAt(at[0]) : 0;
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException("the pattern '" + text + "' cannot be read at " + at[0] + ": " + what);
    }
}
