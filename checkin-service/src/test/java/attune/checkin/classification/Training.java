package attune.checkin.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import attune.checkin.text.TextReader;
import attune.checkin.text.Token;
import attune.events.RiskTier;

/**
 * Learns the weights of the {@link RiskClassifier}. The same passages give the same file.
 *
 * <p>A passage of several sentences is labelled as a whole, though one of them may have decided. So it is multiple
 * instance learning (Andrews, Tsochantaridis and Hofmann 2003, mi-SVM, here with logistic loss): all of a calm text is
 * calm; of one that asks for a review, what sounds most like it does.
 */
final class Training {

    private static final int SEEN_AT_LEAST = 5;
    private static final int ROUNDS = 2;
    private static final float HEAVY_ENOUGH = 0.1f;

    private final TextReader reader = TextReader.seeking(List.of());
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** One passage within a text: features by number, and which text it belongs to. */
    private static final class Span {

        private final int[] features;
        private final int text;

        Span(int[] features, int text) {
            this.features = features;
            this.text = text;
        }
    }

    /** The lines of the file of weights. */
    List<String> learn(String version, List<Passage> passages) {
        List<List<List<String>>> texts = passages.stream().map(passage -> spans(passage.text())).toList();
        number(texts);
        List<Span> spans = new ArrayList<>();
        for (int text = 0; text < texts.size(); text++) {
            for (List<String> span : texts.get(text)) {
                spans.add(new Span(span.stream().filter(numbers::containsKey).mapToInt(numbers::get).toArray(), text));
            }
        }
        LogisticRegression danger = ofDanger(passages, spans);
        List<LogisticRegression> kinds = new ArrayList<>();
        for (Danger kind : Weights.KINDS) {
            kinds.add(ofKind(kind, passages, spans));
        }
        return lines(version, danger, kinds);
    }

    private LogisticRegression ofDanger(List<Passage> passages, List<Span> spans) {
        int[] sizes = new int[passages.size()];
        spans.forEach(span -> sizes[span.text]++);
        ToDoubleFunction<Span> weight = span -> passages.get(span.text).weight() / Math.sqrt(sizes[span.text])
                * (passages.get(span.text).tier() == RiskTier.S1 ? 0.3 : 1);
        LogisticRegression model = new LogisticRegression(names.size());
        List<Span> used = spans.stream().filter(span -> sizes[span.text] == 1 || !passages.get(span.text)
                .isReview()).toList();
        for (int round = 0;; round++) {
            model.fit(used.stream().map(span -> new LogisticRegression.Example(span.features,
                    passages.get(span.text).isReview(), weight.applyAsDouble(span))).toList());
            if (round == ROUNDS) {
                return model;
            }
            double[] most = new double[passages.size()];
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
            spans.forEach(span -> most[span.text] = Math.max(most[span.text], model.logOdds(span.features)));
            used = spans.stream().filter(span -> !passages.get(span.text).isReview()
                    || model.logOdds(span.features) >= Math.min(most[span.text], 0.5)).toList();
        }
    }

    private LogisticRegression ofKind(Danger kind, List<Passage> passages, List<Span> spans) {
        LogisticRegression model = new LogisticRegression(names.size());
        model.fit(spans.stream().filter(span -> passages.get(span.text).isReview() && passages.get(span.text)
                .danger() != null)
                .map(span -> new LogisticRegression.Example(span.features, passages.get(span.text).danger() == kind,
                        1))
                .toList());
        return model;
    }

    private List<String> lines(String version, LogisticRegression danger, List<LogisticRegression> kinds) {
        Map<String, String> lines = new TreeMap<>();
        for (int feature = 0; feature < names.size(); feature++) {
            float heaviest = Math.abs(danger.weight(feature));
            StringBuilder line = new StringBuilder(cell(danger.weight(feature)));
            for (LogisticRegression kind : kinds) {
                line.append('\t').append(cell(kind.weight(feature)));
                heaviest = Math.max(heaviest, Math.abs(kind.weight(feature)) / 2);
            }
            if (heaviest >= HEAVY_ENOUGH) {
                lines.put(names.get(feature), line.toString().stripTrailing());
            }
        }
        List<String> file = new ArrayList<>(List.of("# version " + version,
                "# feature, then what it weighs for danger, for danger to oneself, from another, to another"));
        StringBuilder bias = new StringBuilder("(bias)\t" + cell(danger.bias()));
        kinds.forEach(kind -> bias.append('\t').append(cell(kind.bias())));
        file.add(bias.toString());
        lines.forEach((name, cells) -> file.add(name + '\t' + cells));
        return file;
    }

    private static String cell(float weight) {
        return Math.abs(weight) < 0.005 ? "" : String.format(Locale.ROOT, "%.2f", weight);
    }

    private void number(List<List<List<String>>> texts) {
        Map<String, Integer> seen = new TreeMap<>();
        for (List<List<String>> text : texts) {
            Set<String> once = new HashSet<>();
            text.forEach(once::addAll);
            once.forEach(name -> seen.merge(name, 1, Integer::sum));
        }
        seen.forEach((name, times) -> {
            if (times >= SEEN_AT_LEAST) {
                numbers.put(name, names.size());
                names.add(name);
            }
        });
    }

    /** The passages that the classifier will judge in such a text, as written features. */
    private List<List<String>> spans(String text) {
        List<List<String>> sentences = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        List<Token> tokens = reader.read(text).tokens();
        for (int first = 0; first < tokens.size();) {
            List<String> words = new ArrayList<>();
            int end = first;
            for (; end < tokens.size() && tokens.get(end).sentence() == tokens.get(first).sentence(); end++) {
                if (tokens.get(end).kind() == Token.Kind.WORD || tokens.get(end).kind() == Token.Kind.EMOJI) {
                    words.add(tokens.get(end).form());
                }
            }
            if (!words.isEmpty()) {
                sentences.add(written(words));
                sizes.add(words.size());
            }
            first = end;
        }
        List<List<String>> spans = new ArrayList<>();
        for (int first = 0; first < sentences.size(); first++) {
            List<String> span = new ArrayList<>();
            int words = 0;
            for (int last = first; last < sentences.size() && words < RiskClassifier.ENOUGH_WORDS; last++) {
                span.addAll(sentences.get(last));
                words += sizes.get(last);
                spans.add(List.copyOf(span));
            }
        }
        return spans;
    }

    private static List<String> written(List<String> words) {
        List<String> features = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            features.add(words.get(i));
            for (int apart = 1; apart <= Math.min(i, 3); apart++) {
                features.add(words.get(i - apart) + (" " + Features.BETWEEN).repeat(apart - 1) + ' ' + words.get(i));
            }
            if (i >= 2) {
                features.add(words.get(i - 2) + ' ' + words.get(i - 1) + ' ' + words.get(i));
            }
        }
        return features;
    }
}
