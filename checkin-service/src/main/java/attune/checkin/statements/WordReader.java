package attune.checkin.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import attune.checkin.text.Text;
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
        Text read = reader.read(text);
        for (Token token : read.tokens()) {
            String form = switch (token.kind()) {
                case WORD, EMOJI -> token.form();
                case STOP -> stop(token.form());
                case MARK -> mark(token.form());
            };
            if (!form.isEmpty()) {
                words.add(new Word(form, token.start(), token.end()));
            }
        }
        return new Words(words, read.language().understood());
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
