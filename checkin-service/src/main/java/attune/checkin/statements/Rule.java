package attune.checkin.statements;

import java.util.BitSet;
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
record Rule(String name, double grade, List<Pattern> when, List<Pattern> unless, List<String> hits,
        List<String> spares) {

    /** Where it finds something; longest first at each place. */
    Stream<Found> in(Words words) {
        return Stream.iterate(0, at -> at < words.size(), at -> at + 1).flatMap(at -> at(words, at));
    }

    private Stream<Found> at(Words words, int from) {
        BitSet ends = new BitSet();
        for (Pattern pattern : when) {
            pattern.match(words, from, ends);
        }
        int end = ends.length() - 1;
        return end <= from || isGuarded(words, from) ? Stream.empty() : Stream.of(new Found(this, from, end));
    }

    private boolean isGuarded(Words words, int at) {
        int end = words.sentenceEnd(at);
        for (int from = words.sentenceStart(at); from < end; from++) {
            for (Pattern guard : unless) {
                if (guard.fits(words, from)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where a rule found something, in words. */
    record Found(Rule rule, int from, int to) {
    }
}
