package attune.checkin.statements;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Patterns by the words they may begin with. */
final class Index {

    private final Map<String, List<Pattern>> byWord = new HashMap<>();
    private final List<Pattern> anywhere;

    Index(List<Pattern> patterns) {
        anywhere = patterns.stream().filter(pattern -> Beginnings.of(pattern).isAnywhere()).toList();
        for (Pattern pattern : patterns) {
            Beginnings beginnings = Beginnings.of(pattern);
            if (!beginnings.isAnywhere()) {
                beginnings.words().forEach(word -> byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(pattern));
            }
        }
    }

    /** Where the longest that begins here ends; -1 if none does. */
    int end(Words words, int from) {
        List<Pattern> here = byWord.getOrDefault(words.form(from), List.of());
        if (here.isEmpty() && anywhere.isEmpty()) {
            return -1;
        }
        BitSet ends = new BitSet();
        here.forEach(pattern -> pattern.match(words, from, ends));
        anywhere.forEach(pattern -> pattern.match(words, from, ends));
        return ends.length() - 1;
    }
}
