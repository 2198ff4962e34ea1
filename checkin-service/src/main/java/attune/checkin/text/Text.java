package attune.checkin.text;

import java.util.List;

/**
 * A text as it was read.
 *
 * @param raw what the person wrote
 * @param tokens its words and marks in order
 * @param language what it is written in, as far as can be told
 */
public record Text(String raw, List<Token> tokens, Language language) {

    public Text {
        tokens = List.copyOf(tokens);
    }

    /** What is written between two places. */
    public String between(int start, int end) {
        return raw.substring(start, end);
    }

    /** Never the text itself: it must not reach a log. */
    @Override
    public String toString() {
        return "a text of " + raw.length() + " characters";
    }
}
