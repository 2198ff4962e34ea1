package attune.checkin.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Logistic regression over sparse features by stochastic gradients with AdaGrad (Duchi, Hazan and Singer 2011). */
final class LogisticRegression {

    private static final int EPOCHS = 12;
    private static final float STEP = 0.3f;
    private static final float RIDGE = 1e-3f;

    private final float[] weights;
    private final float[] gradients;
    private float bias;

    /** One to learn from; a feature that is there twice counts twice. */
    static final class Example {

        private final int[] features;
        private final boolean holds;
        private final double weight;

        Example(int[] features, boolean holds, double weight) {
            this.features = features;
            this.holds = holds;
            this.weight = weight;
        }
    }

    LogisticRegression(int features) {
        weights = new float[features];
        gradients = new float[features];
    }

    /** Learns from the examples, from nothing: what it knew is forgotten. */
    void fit(List<Example> examples) {
        Arrays.fill(weights, 0);
        Arrays.fill(gradients, 0.01f);
        bias = 0;
        Random random = new Random(1);
        List<Example> shuffled = new ArrayList<>(examples);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(shuffled, random);
            for (Example example : shuffled) {
                learn(example);
            }
        }
    }

    private void learn(Example example) {
        float scale = scale(example.features);
        float error = (float) ((1 / (1 + StrictMath.exp(-logOdds(example.features))) - (example.holds ? 1 : 0))
                * example.weight);
        for (int feature : example.features) {
            float gradient = error * scale + RIDGE * weights[feature];
            gradients[feature] += gradient * gradient;
            weights[feature] -= (float) (STEP * gradient / Math.sqrt(gradients[feature]));
        }
        bias -= 0.02f * error;
    }

    double logOdds(int[] features) {
        float sum = 0;
        for (int feature : features) {
            sum += weights[feature];
        }
        return bias + scale(features) * sum;
    }

    private static float scale(int[] features) {
        return (float) (RiskClassifier.SCALE / Math.sqrt(Math.max(features.length, RiskClassifier.FEW_FEATURES)));
    }

    float weight(int feature) {
        return weights[feature];
    }

    float bias() {
        return bias;
    }
}
