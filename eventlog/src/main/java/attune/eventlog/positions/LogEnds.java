package attune.eventlog.positions;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import attune.events.Log;
import attune.events.PersonId;
import attune.events.Position;

/**
 * Asks the log where it ends for a person. Whoever has to say that something does not exist asks this first: a read
 * model that is behind, as after a crash, does not know it. It costs a request to the broker. Safe for use by many
 * threads.
 */
public final class LogEnds implements AutoCloseable {

    private final Supplier<Admin> admins;
    private final int partitions;
    private @Nullable Admin admin;

    /**
     * The ends of all logs.
     *
     * @param admins opens a connection, at the first question
     * @param partitions how many every log has
     */
    public LogEnds(Supplier<Admin> admins, int partitions) {
        this.admins = admins;
        this.partitions = partitions;
    }

    /** The last place of the person's partition that is taken; empty if none is. Fails if the log is away. */
    public Mono<Position> last(Log log, PersonId person) {
        int number = BuiltInPartitioner.partitionForKey(person.value().getBytes(StandardCharsets.UTF_8), partitions);
        TopicPartition partition = new TopicPartition(log.topic(), number);
        return Mono.fromCallable(this::admin)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(open -> Mono.fromCompletionStage(() -> open
                        .listOffsets(Map.of(partition, OffsetSpec.latest()))
                        .partitionResult(partition)
                        .toCompletionStage()))
                .publishOn(Schedulers.parallel())
                .filter(end -> end.offset() > 0)
                .map(end -> new Position(log, number, end.offset() - 1));
    }

    private synchronized Admin admin() {
        Admin open = admin == null ? admins.get() : admin;
        admin = open;
        return open;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
