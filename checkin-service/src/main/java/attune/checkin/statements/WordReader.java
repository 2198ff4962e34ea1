package attune.checkin.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import attune.checkin.text.TextReader;
import attune.checkin.text.Token;

/** Reads a text into words as rules know them. */
final class WordReader {

    private final TextReader reader;

    WordReader(Set<String> sought) {
        reader = TextReader.seeking(sought);
    }

    /** Loads what is otherwise loaded when it is first needed. */
    void prepare() {
        reader.prepare();
    }

    Words read(String text) {
        List<Word> words = new ArrayList<>();
        for (Token token : reader.read(text).tokens()) {
            String form = switch (token.kind()) {
                case WORD, EMOJI -> token.form();
                case STOP -> stop(token.form());
                case MARK -> mark(token.form());
            };
            if (!form.isEmpty()) {
                words.add(new Word(form, token.start(), token.end()));
            }
        }
        return new Words(words);
    }

    private static String stop(String form) {
        return form.equals("?") || form.equals("!") ? form : ".";
    }

    /** Quotes and other decoration separate nothing. */
    private static String mark(String form) {
        return switch (form) {
            case "\"", "'", "#", "%", "&", "+", "=", "<", ">", "/", "." -> "";
            default -> ",";
        };
    }
}
