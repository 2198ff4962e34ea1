package attune.checkin.listening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.events.RiskTier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts of two writers from whom nothing was learned and whose texts nobody read for the rules: what listening finds
 * among strangers. The floors stand a little below what was measured, see docs/listening.md.
 */
class HeldOutTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Path FOLDER = Path.of("src/test/resources/attune/checkin/classification");

    @Test
    void findsRequestsThatNeedAReviewAmongStrangers() throws IOException {
        List<JsonNode> all = lines("held-out-requests.jsonl");

        assertThat(share(all, one -> tier(one).atLeast(RiskTier.S2), HeldOutTests::isRaised)).as("found")
                .isGreaterThanOrEqualTo(0.83);
        assertThat(share(all, one -> tier(one) == RiskTier.S0, HeldOutTests::isRaised)).as("calm ones raised")
                .isLessThanOrEqualTo(0.12);
    }

    @Test
    void hearsStrangersAtHighRiskWithinFiveMessages() throws IOException {
        List<JsonNode> all = lines("held-out-conversations.jsonl");

        assertThat(share(all, one -> List.of("High", "Imminent").contains(one.path("risk").asString()),
                one -> one.path("turns").valueStream().limit(5).anyMatch(turn -> isReview(turn.asString()))))
                .as("raised by the fifth message").isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void leavesMostStrangersWithoutRiskInPeace() throws IOException {
        List<JsonNode> all = lines("held-out-conversations.jsonl");

        assertThat(share(all, one -> one.path("risk").asString().equals("None"),
                one -> one.path("turns").valueStream().anyMatch(turn -> isReview(turn.asString()))))
                .as("raised at any message").isLessThanOrEqualTo(0.25);
    }

    private static RiskTier tier(JsonNode request) {
        return RiskTier.valueOf(request.path("tier").asString());
    }

    private static boolean isRaised(JsonNode request) {
        return isReview(request.path("text").asString());
    }

    private static boolean isReview(String text) {
        return Ears.tier(text).atLeast(RiskTier.S2);
    }

    private static List<JsonNode> lines(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream().map(MAPPER::readTree).toList();
    }

    private static double share(List<JsonNode> all, Predicate<JsonNode> among, Predicate<JsonNode> which) {
        return (double) all.stream().filter(among).filter(which).count() / all.stream().filter(among).count();
    }
}
