package attune.checkin.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import attune.checkin.classification.RiskClassifier;
import attune.checkin.text.PhraseBook;
import attune.checkin.text.Text;
import attune.checkin.text.TextReader;
import attune.events.Analysis;
import attune.events.Cue;
import attune.events.Heard;
import attune.events.RiskFinding;

/**
 * Understands texts. Making one reads and checks the rule files, which takes a moment: keep it. Safe for use by many
 * threads.
 */
public final class Listener {

    private final String version;
    private final PhraseBook<RuleSet.Meaning> book;
    private final TextReader reader;
    private final RiskClassifier classifier;

    private Listener(RuleSet rules, RiskClassifier classifier) {
        version = rules.version() + "+" + classifier.version();
        book = rules.book();
        reader = TextReader.seeking(book.words());
        this.classifier = classifier;
    }

    /** A listener with the rules it is built with; an {@link attune.checkin.files.UnusableFileException} that says which is not right. */
    public static Listener create() {
        return new Listener(RuleFiles.read(), RiskClassifier.create());
    }

    /**
     * Understands the texts of one event. Never throws: what fails is said in the answer.
     *
     * @param texts each text under the JSON Pointer of its field
     */
    public Heard listen(Map<String, String> texts) {
        try {
            return hear(texts);
        } catch (RuntimeException _) {
            return failed(); // whatever it was, the text must not travel in a message
        }
    }

    /** The answer when reading took too long. */
    public Heard failed() {
        return new Heard(version, null, Analysis.FAILED, List.of(), List.of());
    }

    /** Loads what is otherwise loaded when it is first needed, so that no person waits for it. */
    public void prepare() {
        reader.prepare();
        listen(Map.of("/note", "I feel fine today."));
    }

    private Heard hear(Map<String, String> texts) {
        List<RiskFinding> findings = new ArrayList<>();
        List<Cue> cues = new ArrayList<>();
        boolean understood = true;
        String language = null;
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            Text text = reader.read(entry.getValue());
            Passages passages = new Passages(text, book.find(text));
            passages.findings(entry.getKey(), findings);
            if (text.language().understood()) {
                passages.impressions(entry.getKey(), classifier.judge(text), findings);
            }
            passages.cues(entry.getKey(), cues);
            understood &= text.language().understood();
            language = language == null || !text.language().understood() ? text.language().code() : language;
        }
        return new Heard(version, language, understood ? Analysis.ANALYSED : Analysis.NOT_ANALYSED, cues, findings);
    }
}
