package attune.local.play;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import attune.local.api.Reply;
import attune.local.play.Seen.Suggestion;

import static org.assertj.core.api.Assertions.assertThat;

class LatencyTests {

    private static final Instant BEGAN = Instant.parse("2026-11-23T20:00:00Z");

    private static Told told(Item item, int second) {
        Reply reply = new Reply(201, HttpHeaders.of(Map.of(), (_, _) -> true), MissingNode.getInstance(), 1);
        return new Told(item, BEGAN.plusSeconds(second), Duration.ofSeconds(second).toNanos(), reply);
    }

    private static Item item(Item.Kind kind, int number, @org.jspecify.annotations.Nullable Item conflict) {
        return new Item(kind, new UUID(7, number), "client-1", Duration.ZERO, new JsonMapper().createObjectNode(),
                conflict);
    }

    @Test
    void countsFromTheItemThatLedToTheSuggestion() {
        Item conflict = item(Item.Kind.CONFLICT, 1, null);
        List<Told> told = List.of(told(conflict, 0), told(item(Item.Kind.ENTRY, 2, conflict), 10),
                told(item(Item.Kind.ENTRY, 3, conflict), 20));
        Suggestion suggestion = new Suggestion("s1", "R10", conflict.id(), BEGAN.plusSeconds(11));
        Latency latency = Latency.of(told, List.of(suggestion),
                List.of(new Arrival("client-1", "n1", "s1", Duration.ofSeconds(12).toNanos())));
        assertThat(latency.times()).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void takesTheNearestRank() {
        Latency latency = new Latency(LongStream.rangeClosed(1, 200).mapToObj(Duration::ofMillis).toList());
        assertThat(latency.at(0.5)).isEqualTo(Duration.ofMillis(100));
        assertThat(latency.at(0.99)).isEqualTo(Duration.ofMillis(198));
        assertThat(latency.at(1)).isEqualTo(Duration.ofMillis(200));
    }
}
