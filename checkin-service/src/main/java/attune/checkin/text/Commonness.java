package attune.checkin.text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often words are met in texts of the kind that is searched, by Zipf's law over a short list. It decides which words
 * of a phrase are looked for first; what is found never depends on it.
 */
final class Commonness {

    private static final double MOST_COMMON = 0.15;
    private static final double UNCOMMON = 0.0002;
    private static final int WORDS_IN_A_SENTENCE = 20;
    private static final Map<String, Double> SHARES = shares();

    private final double[] byWord;

    /** With the number of each word, from 1 on. */
    Commonness(Map<String, Integer> ids) {
        byWord = new double[ids.size() + 1];
        ids.forEach((word, id) -> byWord[id] = SHARES.getOrDefault(word, UNCOMMON));
    }

    /** How likely it is that a sentence holds one of the words: 0..1. */
    double inSentence(BitSet words) {
        double share = 0;
        for (int word = words.nextSetBit(0); word >= 0; word = words.nextSetBit(word + 1)) {
            share += byWord[word];
        }
        return 1 - Math.pow(1 - Math.min(1, share), WORDS_IN_A_SENTENCE);
    }

    private static Map<String, Double> shares() {
        List<String> words = Resources.lines("common.txt");
        Map<String, Double> shares = new HashMap<>();
        for (int rank = 0; rank < words.size(); rank++) {
            shares.put(words.get(rank), MOST_COMMON / (rank + 2));
        }
        return shares;
    }
}
