package attune.checkin.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One rule of a sheet: where any of its patterns fits and none of its guards fits in the same sentence, it has found
 * something.
 *
 * @param name its name, in the file of its sheet unique
 * @param grade how much a find counts: of a slot 1 or 2, of a flag 1 unless the file says otherwise
 * @param when shapes it looks for
 * @param unless shapes which, in the same sentence, take the find down
 * @param hits sentences in which it must find something
 * @param spares sentences in which its sheet must find nothing
 */
record Rule(String name, double grade, Index when, Index unless, List<String> hits, List<String> spares) {

    Rule(String name, double grade, List<Pattern> when, List<Pattern> unless, List<String> hits, List<String> spares) {
        this(name, grade, new Index(when), new Index(unless), List.copyOf(hits), List.copyOf(spares));
    }

    /** Where it finds something; the longest at each place. */
    Stream<Found> in(Words words) {
        List<Found> found = new ArrayList<>();
        for (int start = 0; start < words.size(); start = words.sentenceEnd(start)) {
            find(words, start, words.sentenceEnd(start), found);
        }
        return found.stream();
    }

    private void find(Words words, int start, int end, List<Found> found) {
        int before = found.size();
        for (int from = start; from < end; from++) {
            int to = when.end(words, from);
            if (to > from) {
                found.add(new Found(this, from, to));
            }
        }
        if (found.size() > before && isGuarded(words, start, end)) {
            found.subList(before, found.size()).clear();
        }
    }

    private boolean isGuarded(Words words, int start, int end) {
        for (int from = start; from < end; from++) {
            if (unless.end(words, from) >= from) {
                return true;
            }
        }
        return false;
    }

    /** Where a rule found something, in words. */
    record Found(Rule rule, int from, int to) {}
}
