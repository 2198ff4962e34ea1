package attune.bench.log;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How much stands on a log. */
public final class LogEnd {

    private LogEnd() {}

    /** How many records a topic has taken in all, over its partitions. */
    public static long of(String bootstrapServers, String topic) throws IOException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, OffsetSpec> ends = admin.describeTopics(List.of(topic)).allTopicNames().get()
                    .values()
                    .stream()
                    .flatMap(description -> description.partitions().stream())
                    .collect(Collectors.toMap(each -> new TopicPartition(topic, each.partition()),
                            _ -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream().mapToLong(each -> each.offset()).sum();
        } catch (ExecutionException e) {
            throw new IOException("The broker did not tell the end of " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking for the end of " + topic, e);
        }
    }
}
