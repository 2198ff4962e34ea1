package attune.benchmarks;

import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

import attune.checkin.text.IntervalPhrases;
import attune.checkin.text.Text;
import attune.checkin.text.Token;

/** The words of a text that was read, for Lucene; a number stands there twice, also as what numbers are found by. */
final class Tokens extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<Token> tokens;
    private int next;
    private boolean number;

    Tokens(Text text) {
        tokens = text.tokens().stream().filter(token -> token.isWord() || token.kind() == Token.Kind.EMOJI).toList();
    }

    @Override
    public boolean incrementToken() {
        if (next == tokens.size()) {
            return false;
        }
        clearAttributes();
        Token token = tokens.get(next);
        term.append(number ? IntervalPhrases.NUMBER : token.form());
        offset.setOffset(token.start(), token.end());
        step.setPositionIncrement(number ? 0 : 1);
        number = !number && Character.isDigit(token.form().charAt(0));
        if (!number) {
            next++;
        }
        return true;
    }

    @Override
    public void reset() {
        next = 0;
        number = false;
    }
}
