package attune.notification.queue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import attune.events.PersonId;

import static org.assertj.core.api.Assertions.assertThat;

class ShardTests {

    @Test
    void everyPersonHasAShardThatIsListed() {
        assertThat(IntStream.range(0, 5_000).mapToObj(i -> Shard.documentId(7, PersonId.of("client-" + i))))
                .allMatch(Shard.documentIds(7)::contains);
    }

    @Test
    void peopleSpreadOverAllShards() {
        assertThat(IntStream.range(0, 5_000).mapToObj(i -> Shard.documentId(7, PersonId.of("client-" + i))).distinct())
                .hasSize(Shard.COUNT);
    }
}
