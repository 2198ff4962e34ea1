package attune.checkin.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import attune.checkin.files.UnusableFileException;
import attune.checkin.text.PhraseBook;
import attune.checkin.text.PhraseBook.Entry;

/**
 * All rules, and what they share.
 *
 * @param version the version of the rules as a whole
 * @param classes phrases that others refer to by name
 * @param markers what shows the context of a passage
 * @param fillers words that may stand between the words of any phrase
 */
record RuleSet(String version, Map<String, List<String>> classes, Map<Marker, List<String>> markers,
        List<String> fillers, List<Rule> rules) {

    /** A gap in a phrase must not hide that something is not so. */
    static final List<String> BARRIERS = List.of("not", "never", "no", "without", "neither", "nor", "hardly");

    /** What a phrase of the book stands for. */
    sealed interface Meaning {

        /** A rule may have found something. */
        record Found(Rule rule) implements Meaning {}

        /** What the rule finds here means something else. */
        record Unless(Rule rule) implements Meaning {}

        /** Something about the context. */
        record Marked(Marker marker) implements Meaning {}
    }

    PhraseBook<Meaning> book() {
        List<Entry<Meaning>> entries = new ArrayList<>();
        for (Rule rule : rules) {
            rule.phrases().forEach(phrase -> entries.add(new Entry<>(phrase, new Meaning.Found(rule))));
            rule.unless().forEach(phrase -> entries.add(new Entry<>(phrase, new Meaning.Unless(rule))));
        }
        markers.forEach((marker, phrases) -> phrases.forEach(phrase -> entries.add(new Entry<>(phrase,
                new Meaning.Marked(marker)))));
        try {
            return PhraseBook.of(classes, Set.copyOf(fillers), BARRIERS, entries);
        } catch (IllegalArgumentException e) {
            throw new UnusableFileException("of listening rules", String.valueOf(e.getMessage()));
        }
    }
}
