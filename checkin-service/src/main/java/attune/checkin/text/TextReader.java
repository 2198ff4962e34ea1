package attune.checkin.text;

import java.util.Collection;
import java.util.List;

/** Reads texts. Linear in their length; safe for use by many threads. */
public final class TextReader {

    /** A longer text is read up to here. */
    static final int MOST_CHARACTERS = 20_000;

    private final Spelling spelling;
    private final Languages languages;

    private TextReader(Vocabulary vocabulary) {
        spelling = new Spelling(vocabulary);
        languages = new Languages(vocabulary);
    }

    /**
     * A reader that takes slips of the fingers for one of these words, where the written word is none in English.
     *
     * @param sought the words that the phrases to be found are made of, see {@link PhraseBook#words()}
     */
    public static TextReader seeking(Collection<String> sought) {
        return new TextReader(new Vocabulary(sought));
    }

    public Text read(String raw) {
        String kept = raw.length() <= MOST_CHARACTERS ? raw : raw.substring(0, MOST_CHARACTERS);
        List<Token> tokens = Sentences.tokens(spelling.words(Scanner.scan(Characters.of(kept))), kept);
        return new Text(kept, tokens, languages.of(kept, tokens));
    }

    /** Loads what is otherwise loaded when it is first needed, so that no person waits for it. */
    public void prepare() {
        Languages.prepare();
    }
}
