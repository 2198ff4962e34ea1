package attune.checkin.text;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * All automata of a phrase book.
 *
 * @param ids a number for each word that stands in a phrase, from 1
 * @param fillers the numbers of words that may stand between others
 * @param barriers the numbers of words that no gap reaches over
 * @param classes the beginning of each class, those first that others need
 * @param entries the beginning of each entry
 * @param classesByWord which classes may begin with a word
 * @param entriesByWord which entries may begin with a word
 * @param nodes how many states there are
 */
record Automata(Map<String, Integer> ids, BitSet fillers, BitSet barriers, List<Node> classes, List<Node> entries,
        List<int[]> classesByWord, List<int[]> entriesByWord, int nodes) {}
