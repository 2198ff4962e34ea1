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

    /** Adds each place where one of them ends that begins here. */
    void match(Words words, int from, BitSet ends) {
        for (Pattern pattern : here(words, from)) {
            pattern.match(words, from, ends);
        }
        for (Pattern pattern : anywhere) {
            pattern.match(words, from, ends);
        }
    }

    /** Where the longest that begins here ends; -1 if none does. */
    int end(Words words, int from) {
        if (anywhere.isEmpty() && here(words, from).isEmpty()) {
            return -1;
        }
        BitSet ends = new BitSet();
        match(words, from, ends);
        return ends.length() - 1;
    }

    private List<Pattern> here(Words words, int from) {
        return from < words.size() ? byWord.getOrDefault(words.form(from), List.of()) : List.of();
    }
}
