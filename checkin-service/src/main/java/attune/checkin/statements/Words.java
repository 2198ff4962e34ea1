package attune.checkin.statements;

import java.util.List;
import java.util.Set;

/**
 * A text as rules see it.
 *
 * @param list words and marks in order
 * @param understood whether all of it is in a language that the rules are for
 */
record Words(List<Word> list, boolean understood) {

    private static final Set<String> JOINING = Set.of("and", "but", "so", "or", "because", "while");
    private static final Set<String> LEADING = Set.of("then", "well", "ok", "okay", "look", "just", "now", "please",
            "yes",
            "no", "honestly", "seriously", "also", "plus", "listen", "anyway", "fine", "sorry", "oh", "yeah");

    Words {
        list = List.copyOf(list);
    }

    int size() {
        return list.size();
    }

    String form(int at) {
        return list.get(at).form();
    }

    /** Whether something may begin here: after a mark, after a joining word, or at the start. */
    boolean beginsClause(int at) {
        return at == 0 || list.get(at - 1).isMark() || JOINING.contains(form(at - 1))
                || (LEADING.contains(form(at - 1)) && beginsClause(at - 1));
    }

    /** Whether nothing follows but a mark. */
    boolean endsClause(int at) {
        return at >= size() || list.get(at).isMark();
    }

    /** Where the sentence around a place begins. */
    int sentenceStart(int at) {
        int start = Math.min(at, size());
        while (start > 0 && !list.get(start - 1).endsSentence()) {
            start--;
        }
        return start;
    }

    /** Where the sentence around a place ends, exclusive, with its mark. */
    int sentenceEnd(int at) {
        int end = at;
        while (end < size() && !list.get(end).endsSentence()) {
            end++;
        }
        return Math.min(end + 1, size());
    }

    /** Where some of its words stand in the raw text. */
    Span span(int from, int to) {
        return new Span(list.get(from).start(), list.get(Math.max(from, to - 1)).end());
    }
}
