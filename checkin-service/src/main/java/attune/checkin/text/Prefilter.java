package attune.checkin.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which entries are worth trying where. An entry has a few sets of necessary words; it is tried at a token only if it
 * may begin with it and one word of each set follows, in order, before the sentence ends. Bits tell that of all entries
 * at once.
 */
final class Prefilter {

    private final int entries;
    private final BitRows firstWords;
    private final List<BitRows> necessary;
    private final List<long[]> unneeded;

    /**
     * @param words how many words there are, with 0 for all others
     * @param firstWords for each entry with which words it may begin
     * @param necessary for each entry its necessary words, see {@link NecessaryWords}
     */
    Prefilter(int words, List<BitSet> firstWords, List<List<BitSet>> necessary) {
        entries = firstWords.size();
        this.firstWords = new BitRows(byWord(words, firstWords));
        this.necessary = IntStream.range(0, NecessaryWords.MOST)
                .mapToObj(level -> new BitRows(byWord(words, necessary.stream()
                        .map(sets -> level < sets.size() ? sets.get(level) : new BitSet()).toList())))
                .toList();
        unneeded = IntStream.range(0, NecessaryWords.MOST)
                .mapToObj(level -> unneeded(level, necessary))
                .toList();
    }

    private static List<BitSet> byWord(int words, List<BitSet> sets) {
        List<BitSet> byWord = new ArrayList<>();
        for (int word = 0; word < words; word++) {
            byWord.add(new BitSet());
        }
        for (int i = 0; i < sets.size(); i++) {
            int number = i;
            sets.get(i).stream().forEach(word -> byWord.get(word).set(number));
        }
        return byWord;
    }

    private static long[] unneeded(int level, List<List<BitSet>> necessary) {
        long[] unneeded = new long[necessary.size() / Long.SIZE + 1];
        for (int entry = 0; entry < necessary.size(); entry++) {
            if (level >= necessary.get(entry).size()) {
                unneeded[entry / Long.SIZE] |= 1L << entry;
            }
        }
        return unneeded;
    }

    /** One way through a sentence, from its last token to its first. For one thread. */
    final class Sweep {

        private final long[][] seen = unneeded.stream().map(long[]::clone).toArray(long[][]::new);
        private final int[] candidates = new int[entries];

        /** Begins with the end of a sentence. */
        void begin() {
            for (int level = 0; level < seen.length; level++) {
                System.arraycopy(unneeded.get(level), 0, seen[level], 0, seen[level].length);
            }
        }

        /** Steps over the token before. */
        void over(int word) {
            for (int level = 0; level < seen.length; level++) {
                BitRows rows = necessary.get(level);
                for (int i = rows.start(word); i < rows.end(word); i++) {
                    int place = rows.place(i);
                    long later = level + 1 < seen.length ? seen[level + 1][place] : -1;
                    seen[level][place] |= rows.bits(i) & later;
                }
            }
        }

        /** How many entries may begin at the token that was stepped over last; see {@link #candidate}. */
        int candidates(int word) {
            int count = 0;
            for (int i = firstWords.start(word); i < firstWords.end(word); i++) {
                int place = firstWords.place(i);
                for (long left = firstWords.bits(i) & seen[0][place]; left != 0; left &= left - 1) {
                    candidates[count++] = place * Long.SIZE + Long.numberOfTrailingZeros(left);
                }
            }
            return count;
        }

        /** One of them, in order. */
        int candidate(int index) {
            return candidates[index];
        }
    }
}
