package attune.checkin.classification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The weights that are shipped are what the labelled passages teach, and nothing else. */
class TrainingTests {

    private static final Path SHARED = Path.of("../../shared/data");
    private static final Path LEARNED = Path.of("target/weights.tsv");
    private static final Path HERE = Path.of("src/test/resources/attune/checkin/classification");

    @Test
    void weightsAreWhatThePassagesTeach() throws IOException {
        assumeThat(Files.exists(SHARED.resolve("counsel-chat-questions.jsonl"))).as("the shared development data")
                .isTrue();
        List<Passage> passages = new ArrayList<>(Corpus.own(HERE.resolve("corpus")));
        passages.addAll(Corpus.shared(SHARED, HERE.resolve("counsel-chat-labels.jsonl")));

        List<String> learned = new Training().learn(RiskClassifier.create().version(), passages);
        Files.write(LEARNED, learned);

        assertThat(learned).as("what was learned now lies in %s: put it beside the classes if it is meant", LEARNED)
                .isEqualTo(shipped());
    }

    private static List<String> shipped() throws IOException {
        try (InputStream in = Objects.requireNonNull(Weights.class.getResourceAsStream("weights.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
