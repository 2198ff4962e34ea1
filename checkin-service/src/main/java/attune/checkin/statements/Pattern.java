package attune.checkin.statements;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * A shape of words. It is asked for all places where it may end, as a set, so that no text makes it try the same thing
 * twice: the cost grows with the length of the text and the size of the shape, never with their combinations.
 */
sealed interface Pattern {

    /** Adds each place where this ends when it begins at {@code from}. */
    void match(Words words, int from, BitSet ends);

    /** Whether it fits at this place. */
    default boolean fits(Words words, int from) {
        BitSet ends = new BitSet();
        match(words, from, ends);
        return !ends.isEmpty();
    }

    /** One of some words. */
    record OneOf(Set<String> forms) implements Pattern {

        @Override
        public void match(Words words, int from, BitSet ends) {
            if (isAt(words, from)) {
                ends.set(from + 1);
            }
        }

        boolean isAt(Words words, int at) {
            return at < words.size() && forms.contains(words.form(at));
        }
    }

    /** One after the other. */
    record Sequence(List<Pattern> parts) implements Pattern {

        @Override
        public void match(Words words, int from, BitSet ends) {
            if (parts.getFirst() instanceof OneOf first && !first.isAt(words, from)) {
                return;
            }
            BitSet here = new BitSet();
            here.set(from);
            for (Pattern part : parts) {
                BitSet next = new BitSet();
                for (int at = here.nextSetBit(0); at >= 0; at = here.nextSetBit(at + 1)) {
                    part.match(words, at, next);
                }
                if (next.isEmpty()) {
                    return;
                }
                here = next;
            }
            ends.or(here);
        }
    }

    /** Any of some; only those are tried that may begin with the word that stands there. */
    record Choice(List<Pattern> options, Index index) implements Pattern {

        Choice(List<Pattern> options) {
            this(options, new Index(options));
        }

        @Override
        public void match(Words words, int from, BitSet ends) {
            index.match(words, from, ends);
        }
    }

    /** This or nothing. */
    record Maybe(Pattern part) implements Pattern {

        @Override
        public void match(Words words, int from, BitSet ends) {
            ends.set(from);
            part.match(words, from, ends);
        }
    }

    /** Up to so many words of any kind within a sentence; past commas only if it may. */
    record Gap(int most, boolean pastCommas) implements Pattern {

        @Override
        public void match(Words words, int from, BitSet ends) {
            ends.set(from);
            for (int at = from; at < Math.min(from + most, words.size()); at++) {
                Word word = words.list().get(at);
                if (word.endsSentence() || (word.isMark() && !pastCommas)) {
                    return;
                }
                ends.set(at + 1);
            }
        }
    }

    /** Nothing of the kind follows. */
    record NotNext(Pattern part) implements Pattern {

        @Override
        public void match(Words words, int from, BitSet ends) {
            if (!part.fits(words, from)) {
                ends.set(from);
            }
        }
    }

    /** Nothing of the kind ends here; it may be up to so many words long. */
    record NotBefore(Pattern part, int longest) implements Pattern {

        @Override
        public void match(Words words, int from, BitSet ends) {
            BitSet before = new BitSet();
            for (int at = Math.max(0, from - longest); at < from; at++) {
                part.match(words, at, before);
            }
            if (!before.get(from)) {
                ends.set(from);
            }
        }
    }

    /** A clause begins here. */
    record Beginning() implements Pattern {

        @Override
        public void match(Words words, int from, BitSet ends) {
            if (words.beginsClause(from)) {
                ends.set(from);
            }
        }
    }

    /** A clause ends here. */
    record Ending() implements Pattern {

        @Override
        public void match(Words words, int from, BitSet ends) {
            if (words.endsClause(from)) {
                ends.set(from);
            }
        }
    }

    /** Nothing but marks follows until the text ends. */
    record TheEnd() implements Pattern {

        @Override
        public void match(Words words, int from, BitSet ends) {
            int at = from;
            while (at < words.size() && words.list().get(at).isMark()) {
                at++;
            }
            if (at == words.size()) {
                ends.set(from);
            }
        }
    }
}
