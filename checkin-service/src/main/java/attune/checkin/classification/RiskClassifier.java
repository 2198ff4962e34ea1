package attune.checkin.classification;

import java.util.ArrayList;
import java.util.List;

import attune.checkin.text.Text;
import attune.checkin.text.Token;

/**
 * Judges the passages of a text by logistic regression over words, pairs and runs of words (handbook 10.3: a small
 * logistic model with published weights). Its weights stand in {@code weights.tsv}, and docs/listening.md says how they
 * were learned. Safe for use by many threads; its time is linear in the length of a text.
 */
public final class RiskClassifier {

    /** A passage goes on over sentences until it has so many words. */
    static final int ENOUGH_WORDS = 20;
    /** Fewer features than that, about six words, are not made up for: a few words say little. */
    static final int FEW_FEATURES = 30;
    /** Texts as long as those it learned from weigh as much as they did then. */
    static final double SCALE = 3;

    private final Weights weights;

    private RiskClassifier(Weights weights) {
        this.weights = weights;
    }

    /** A classifier with the weights it is built with; an {@link attune.checkin.files.UnusableFileException} if it cannot be read. */
    public static RiskClassifier create() {
        return new RiskClassifier(Weights.read());
    }

    /** The version of the weights. */
    public String version() {
        return weights.version();
    }

    /**
     * Judges each sentence, and with those after it until there are words enough. So another sentence at the end of a
     * text takes no passage away.
     */
    public List<Judgement> judge(Text text) {
        List<Sentence> sentences = sentences(text.tokens());
        List<Judgement> judgements = new ArrayList<>();
        for (int first = 0; first < sentences.size(); first++) {
            float[] sums = new float[Weights.COLUMNS];
            int features = 0;
            int words = 0;
            for (int last = first; last < sentences.size() && words < ENOUGH_WORDS; last++) {
                Sentence sentence = sentences.get(last);
                for (int column = 0; column < sums.length; column++) {
                    sums[column] += sentence.sums[column];
                }
                features += sentence.features;
                words += sentence.words;
                judgements.add(judgement(sentences.get(first).first, sentence.end, sums, features));
            }
        }
        return judgements;
    }

    private Judgement judgement(int first, int end, float[] sums, int features) {
        double scale = SCALE / Math.sqrt(Math.max(features, FEW_FEATURES));
        float[] bias = weights.bias();
        int likeliest = 1;
        for (int kind = 2; kind < sums.length; kind++) {
            if (bias[kind] + scale * sums[kind] > bias[likeliest] + scale * sums[likeliest]) {
                likeliest = kind;
            }
        }
        return new Judgement(first, end, bias[0] + scale * sums[0], Weights.KINDS.get(likeliest - 1));
    }

    private List<Sentence> sentences(List<Token> tokens) {
        List<Sentence> sentences = new ArrayList<>();
        for (int first = 0; first < tokens.size();) {
            int end = first;
            int words = 0;
            while (end < tokens.size() && tokens.get(end).sentence() == tokens.get(first).sentence()) {
                words += tokens.get(end).isWord() ? 1 : 0;
                end++;
            }
            if (words > 0) {
                sentences.add(weigh(tokens.subList(first, end), first, end, words));
            }
            first = end;
        }
        return sentences;
    }

    private Sentence weigh(List<Token> tokens, int first, int end, int words) {
        float[] sums = new float[Weights.COLUMNS];
        int[] known = new int[1];
        Features.of(tokens, feature -> known[0] += weights.add(feature, sums) ? 1 : 0);
        return new Sentence(first, end, words, known[0], sums);
    }

    private static final class Sentence {

        private final int first;
        private final int end;
        private final int words;
        private final int features;
        private final float[] sums;

        Sentence(int first, int end, int words, int features, float[] sums) {
            this.first = first;
            this.end = end;
            this.words = words;
            this.features = features;
            this.sums = sums;
        }
    }
}
