package attune.checkin.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language. English words decide most cases at once; only a text, or a sentence in it, that is poor in them
 * is shown to the OpenNLP model, which is loaded when it is first needed and is not asked about a few words.
 */
final class Languages {

    private static final String MODEL = "/langdetect-183.bin";
    private static final Map<String, String> TAGS = tags();
    private static final int FEW_WORDS = 4;
    private static final double ENGLISH_ENOUGH = 0.7;
    private static final double HARDLY_ENGLISH = 0.4;

    private final Vocabulary vocabulary;

    Languages(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Language of(String raw, List<Token> tokens) {
        int words = 0;
        int english = 0;
        boolean foreignScript = false;
        for (Token token : tokens) {
            if (isLettered(token)) {
                words++;
                english += isEnglish(token) ? 1 : 0;
                foreignScript |= token.form().codePointAt(0) > 0x24F;
            }
        }
        if (words == 0) {
            return Language.NONE;
        }
        if (english >= words * ENGLISH_ENOUGH) {
            boolean enough = words - english > FEW_WORDS * (1 - HARDLY_ENGLISH); // for one sentence that is foreign
            return enough && foreignSentence(raw, tokens) ? new Language("en", false) : Language.ENGLISH;
        }
        if (words < FEW_WORDS && !foreignScript) {
            return english > 0 ? Language.ENGLISH : new Language(null, words < 2);
        }
        String detected = detect(raw);
        return detected.equals("en") && english >= words * HARDLY_ENGLISH
                ? Language.ENGLISH
                : english >= words * ENGLISH_ENOUGH * 0.8
                        ? Language.ENGLISH
                        : new Language(detected.equals("en") ? null : detected, false);
    }

    /** A whole sentence of some length without English in it. */
    private boolean foreignSentence(String raw, List<Token> tokens) {
        int from = 0;
        while (from < tokens.size()) {
            int to = from;
            int words = 0;
            int english = 0;
            while (to < tokens.size() && tokens.get(to).sentence() == tokens.get(from).sentence()) {
                if (isLettered(tokens.get(to))) {
                    words++;
                    english += isEnglish(tokens.get(to)) ? 1 : 0;
                }
                to++;
            }
            if (words >= FEW_WORDS && english < words * HARDLY_ENGLISH
                    && !detect(raw.substring(tokens.get(from).start(), tokens.get(to - 1).end())).equals("en")) {
                return true;
            }
            from = to;
        }
        return false;
    }

    private static boolean isLettered(Token token) {
        return token.isWord() && Character.isLetter(token.form().codePointAt(0));
    }

    private boolean isEnglish(Token token) {
        return vocabulary.isKnown(token.form());
    }

    private static String detect(String raw) {
        String detected = new LanguageDetectorME(Model.LOADED).predictLanguage(raw).getLang();
        return detected == null ? "und" : TAGS.getOrDefault(detected, detected);
    }

    /** The model knows codes of three letters; a language tag has two where there are two. */
    private static Map<String, String> tags() {
        return Arrays.stream(Locale.getISOLanguages())
                .collect(Collectors.toUnmodifiableMap(two -> Locale.of(two).getISO3Language(), two -> two,
                        (one, _) -> one));
    }

    /** Loads the model, which takes about a second. */
    static void prepare() {
        detect("This is English.");
    }

    private static final class Model {
        static final LanguageDetectorModel LOADED = load();

        private static LanguageDetectorModel load() {
            try (@Nullable
            InputStream in = Languages.class.getResourceAsStream(MODEL)) {
                if (in == null) {
                    throw new IllegalStateException("the language model is missing from the class path: " + MODEL);
                }
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
