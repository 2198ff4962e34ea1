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
 * @param program the states and steps of all automata
 * @param classes where each class begins, and with which words
 * @param entries the state where each entry begins
 * @param prefilter which entries are worth trying
 */
record Automata(Map<String, Integer> ids, BitSet fillers, BitSet barriers, Program program, List<Start> classes,
        List<Integer> entries, Prefilter prefilter) {

    /** Where an automaton begins, and with which words. */
    record Start(int node, BitSet firstWords) {}
}
