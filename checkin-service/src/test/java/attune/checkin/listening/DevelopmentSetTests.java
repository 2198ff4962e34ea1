package attune.checkin.listening;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.events.RiskTier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The texts that were labelled by reading hold the rules to floors. What was measured stands in docs/listening.md. */
class DevelopmentSetTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Path SHARED = Path.of("../../shared/data");

    /** One of the set: what it should be, and what it was found to be, turns taken one by one. */
    private record Labelled(String id, RiskTier label, RiskTier found) {

        boolean isReview() {
            return label.atLeast(RiskTier.S2);
        }

        boolean isRaised() {
            return found.atLeast(RiskTier.S2);
        }
    }

    @Test
    void findsWhatNeedsAReviewAndLeavesTheRestInPeace() throws IOException {
        List<Labelled> all = own();
        List<Labelled> review = all.stream().filter(Labelled::isReview).toList();
        List<Labelled> raised = all.stream().filter(Labelled::isRaised).toList();
        List<Labelled> calm = all.stream().filter(one -> one.label() == RiskTier.S0).toList();

        assertThat(all).hasSizeGreaterThanOrEqualTo(300);
        assertThat(share(review, Labelled::isRaised)).as("recall").isGreaterThanOrEqualTo(0.93);
        assertThat(share(raised, Labelled::isReview)).as("precision").isGreaterThanOrEqualTo(0.95);
        assertThat(share(calm, Labelled::isRaised)).as("calm ones raised").isLessThanOrEqualTo(0.03);
    }

    @Test
    void hearsPeopleAtHighRiskWithinFiveMessages() throws IOException {
        Path file = SHARED.resolve("vera-mh-conversations.jsonl");
        assumeThat(Files.exists(file)).isTrue();
        List<Labelled> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = MAPPER.readTree(line);
            boolean high = Set.of("High", "Imminent").contains(node.path("risk").asString());
            all.add(new Labelled(node.path("id").asString(), high ? RiskTier.S2 : RiskTier.S0, tier(texts(node)
                    .limit(5))));
        }

        assertThat(share(all.stream().filter(Labelled::isReview).toList(), Labelled::isRaised))
                .isGreaterThanOrEqualTo(0.9);
    }

    private static List<Labelled> own() throws IOException {
        try (InputStream in = Objects.requireNonNull(DevelopmentSetTests.class.getResourceAsStream(
                "development.jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(DevelopmentSetTests::read)
                    .toList();
        }
    }

    private static Labelled read(String line) {
        JsonNode node = MAPPER.readTree(line);
        return new Labelled(node.path("id").asString(), RiskTier.valueOf(node.path("label").asString()),
                tier(texts(node)));
    }

    private static Stream<String> texts(JsonNode node) {
        return node.has("text")
                ? Stream.of(node.path("text").asString())
                : node.path("turns").valueStream().map(JsonNode::asString);
    }

    private static RiskTier tier(Stream<String> texts) {
        return texts.map(Ears::tier).reduce(RiskTier.S0, RiskTier::higher);
    }

    private static double share(List<Labelled> all, Predicate<Labelled> which) {
        return (double) all.stream().filter(which).count() / all.size();
    }
}
