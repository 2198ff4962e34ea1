package attune.checkin.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Phrases that are looked for in texts, each with what it stands for. They are made into automata once; a search is
 * linear in the length of the text, whatever it holds. A phrase is found inside one sentence. Words that only soften or
 * fill ({@code fillers}), commas and dots may stand between its words. Safe for use by many threads.
 *
 * @param <T> what a phrase stands for
 */
public final class PhraseBook<T> {

    /** A phrase found at the tokens from {@code first} to before {@code end}. */
    public record Match<T>(T meaning, int first, int end) {}

    /** A phrase in its written form, see the reference of the format in docs/listening.md. */
    public record Entry<T>(String phrase, T meaning) {}

    private final Automata automata;
    /** What each phrase of the automata means, the last first; one phrase may mean many things, and is sought once. */
    private final List<List<T>> meanings;
    private final Set<String> words;
    private final Queue<Scratch> idle = new ConcurrentLinkedQueue<>();

    private PhraseBook(Automata automata, List<List<T>> meanings, Set<String> words) {
        this.automata = automata;
        this.meanings = meanings;
        this.words = words;
    }

    /**
     * Makes a book. An {@link IllegalArgumentException} with a plain sentence if a phrase cannot be read, or a class is
     * missing or needs itself.
     *
     * @param classes phrases that others refer to by name
     * @param fillers single words that may stand between the words of any phrase
     */
    public static <T> PhraseBook<T> of(Map<String, List<String>> classes, Collection<String> fillers,
            List<Entry<T>> entries) {
        return of(classes, fillers, List.of(), entries);
    }

    /**
     * Makes a book, as above.
     *
     * @param barriers words that no gap reaches over, such as "not"
     */
    public static <T> PhraseBook<T> of(Map<String, List<String>> classes, Collection<String> fillers,
            Collection<String> barriers, List<Entry<T>> entries) {
        AutomataBuilder builder = new AutomataBuilder(classes, fillers, barriers);
        Map<String, List<T>> meanings = new LinkedHashMap<>();
        entries.forEach(entry -> meanings.computeIfAbsent(entry.phrase(), _ -> new ArrayList<>()).add(entry.meaning()));
        meanings.keySet().forEach(builder::add);
        return new PhraseBook<>(builder.build(), meanings.values().stream().map(List::reversed).map(List::copyOf)
                .toList(), new TreeSet<>(builder.words()));
    }

    /** Every word that stands in a phrase. */
    public Set<String> words() {
        return words;
    }

    /** All phrases in the text, in the order of where they begin; of each entry and beginning the longest. */
    public List<Match<T>> find(Text text) {
        List<Match<T>> matches = new ArrayList<>();
        Scratch pooled = idle.poll();
        Scratch scratch = pooled == null ? new Scratch(automata) : pooled;
        new Search(automata, text.tokens(), scratch).run((entry, first, end) -> meanings.get(entry)
                .forEach(meaning -> matches.add(new Match<>(meaning, first, end))));
        idle.add(scratch);
        return matches.reversed();
    }
}
