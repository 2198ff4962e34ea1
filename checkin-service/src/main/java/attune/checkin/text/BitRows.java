package attune.checkin.text;

import java.util.BitSet;
import java.util.List;

/**
 * A set of numbers for each word, as bits. Most are nearly empty: only the {@code long}s that hold something are kept,
 * one word's after the other's.
 */
final class BitRows {

    private final int[] starts;
    private final int[] places;
    private final long[] bits;

    /** With the set of each word, by the number of the word. */
    BitRows(List<BitSet> sets) {
        starts = new int[sets.size() + 1];
        long[][] rows = sets.stream().map(BitSet::toLongArray).toArray(long[][]::new);
        for (int word = 0; word < rows.length; word++) {
            starts[word + 1] = starts[word] + held(rows[word]);
        }
        places = new int[starts[rows.length]];
        bits = new long[places.length];
        int next = 0;
        for (long[] row : rows) {
            for (int place = 0; place < row.length; place++) {
                if (row[place] != 0) {
                    places[next] = place;
                    bits[next++] = row[place];
                }
            }
        }
    }

    private static int held(long[] row) {
        int held = 0;
        for (long part : row) {
            held += part == 0 ? 0 : 1;
        }
        return held;
    }

    /** The first of what a word holds; see {@link #place} and {@link #bits}. */
    int start(int word) {
        return starts[word];
    }

    /** The end of what a word holds, exclusive. */
    int end(int word) {
        return starts[word + 1];
    }

    /** Bit 0 stands for 64 times this number. */
    int place(int index) {
        return places[index];
    }

    long bits(int index) {
        return bits[index];
    }
}
