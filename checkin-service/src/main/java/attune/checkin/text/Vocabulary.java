package attune.checkin.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which words there are: those of English, and the few that phrases are made of. A word that is neither is taken for a
 * slip of one of the few if it is one slip away from it.
 */
final class Vocabulary {

    /** Hashed, not immutable as sets elsewhere: it is asked for each word of a text, and that showed in profiles. */
    private static final Set<String> ENGLISH = new HashSet<>(Resources.lines("english.txt"));

    private final Set<String> sought;
    private final Map<String, List<String>> shortened = new HashMap<>();

    Vocabulary(Collection<String> sought) {
        this.sought = new HashSet<>(sought);
        for (String word : this.sought) {
            if (word.length() >= 3) {
                for (int i = 0; i < word.length(); i++) {
                    shortened.computeIfAbsent(without(word, i), _ -> new ArrayList<>(1)).add(word);
                }
            }
        }
    }

    boolean isSought(String word) {
        return sought.contains(word);
    }

    boolean isKnown(String word) {
        return sought.contains(word) || ENGLISH.contains(word);
    }

    /** The sought word that is most likely meant, or null. */
    @Nullable
    String correct(String word) {
        if (word.length() < 3 || word.length() > 20) {
            return null;
        }
        Set<String> candidates = new HashSet<>(shortened.getOrDefault(word, List.of()));
        for (int i = 0; i < word.length(); i++) {
            String less = without(word, i);
            if (sought.contains(less)) {
                candidates.add(less);
            }
            candidates.addAll(shortened.getOrDefault(less, List.of()));
        }
        String best = null;
        int bestSlip = Slips.NONE;
        for (String candidate : candidates) {
            int slip = Slips.weight(word, candidate);
            if (slip < bestSlip || (slip == bestSlip && best != null && candidate.compareTo(best) < 0)) {
                best = candidate;
                bestSlip = slip;
            }
        }
        return best;
    }

    /** Words that were written without gaps, or null if it cannot be cut into words that are sought. */
    @Nullable
    List<String> cut(String glued) {
        int length = glued.length();
        if (length > 40) {
            return null;
        }
        int[] cost = new int[length + 1];
        int[] from = new int[length + 1];
        for (int end = 1; end <= length; end++) {
            cost[end] = Integer.MAX_VALUE / 2;
            for (int start = Math.max(0, end - 14); start < end; start++) {
                if (cost[start] < cost[end] - 1 && isPart(glued, start, end)) {
                    cost[end] = cost[start] + 1;
                    from[end] = start;
                }
            }
        }
        if (cost[length] > length / 2) {
            return null;
        }
        List<String> words = new ArrayList<>();
        for (int end = length; end > 0; end = from[end]) {
            words.addFirst(glued.substring(from[end], end));
        }
        return words;
    }

    private boolean isPart(String glued, int start, int end) {
        String part = glued.substring(start, end);
        return part.length() == 1 ? part.equals("i") || part.equals("a") : sought.contains(part);
    }

    private static String without(String word, int index) {
        return word.substring(0, index) + word.substring(index + 1);
    }
}
