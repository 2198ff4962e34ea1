package attune.checkin.classification;

import java.util.List;
import java.util.function.LongConsumer;

import attune.checkin.text.Token;

/**
 * What of a sentence is weighed: its words, its pairs of words up to three apart, its runs of three. Each is a number of
 * 64 bits, so that no strings are made for a text; two that collide would share their weight.
 */
final class Features {

    /** Stands in the written form of a pair for each word between. */
    static final String BETWEEN = "_";
    private static final int FURTHEST = 3;
    private static final long RUN = 17;

    private Features() {}

    /** The features that end in each token of a sentence. Marks and stops are not words. */
    static void of(List<Token> sentence, LongConsumer features) {
        long[] last = new long[FURTHEST];
        int words = 0;
        for (Token token : sentence) {
            if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.EMOJI) {
                continue;
            }
            long word = word(token.form());
            features.accept(word);
            for (int apart = 1; apart <= Math.min(words, FURTHEST); apart++) {
                features.accept(pair(last[apart - 1], word, apart));
            }
            if (words >= 2) {
                features.accept(run(last[1], last[0], word));
            }
            System.arraycopy(last, 0, last, 1, FURTHEST - 1);
            last[0] = word;
            words++;
        }
    }

    /** The feature that is written so: {@code word}, {@code two words}, {@code two _ words}, {@code run of three}. */
    static long parse(String written) {
        String[] parts = written.split(" ", -1);
        if (parts.length == 1) {
            return word(parts[0]);
        }
        if (parts.length == 3 && !parts[1].equals(BETWEEN)) {
            return run(word(parts[0]), word(parts[1]), word(parts[2]));
        }
        return pair(word(parts[0]), word(parts[parts.length - 1]), parts.length - 1);
    }

    private static long word(String form) {
        long hash = 1_125_899_906_842_597L;
        for (int i = 0; i < form.length(); i++) {
            hash = 31 * hash + form.charAt(i);
        }
        return mixed(hash);
    }

    private static long pair(long first, long second, int apart) {
        return mixed(first * 3 + second * 5 + apart);
    }

    private static long run(long first, long second, long third) {
        return mixed(first * 7 + second * 11 + third * 13 + RUN);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        long one = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        long two = (one ^ (one >>> 27)) * 0x94d049bb133111ebL;
        return two ^ (two >>> 31);
    }
}
