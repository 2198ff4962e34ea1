package attune.local;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ConfigurableApplicationContext;

import attune.eventlog.folds.Folds;
import attune.events.Log;

/**
 * What stood on the logs before the services started. Whoever comes back after a crash is to find all their data: the
 * last moments before it may be on the logs and not yet in the database, so ready means that the folds have them.
 *
 * @param ends by log and partition, the offset of the next event
 */
record CatchUp(Map<Log, Map<Integer, Long>> ends) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** Asks the log. Its topics must exist. */
    static CatchUp to(String bootstrapServers, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (Log log : Log.values()) {
                for (int number = 0; number < partitions; number++) {
                    latest.put(new TopicPartition(log.topic(), number), OffsetSpec.latest());
                }
            }
            Map<Log, Map<Integer, Long>> ends = new EnumMap<>(Log.class);
            admin.listOffsets(latest).all().get().forEach((partition, end) -> ends
                    .computeIfAbsent(log(partition.topic()), _ -> new HashMap<>())
                    .put(partition.partition(), end.offset()));
            return new CatchUp(ends);
        } catch (ExecutionException e) {
            throw new StartException("The log did not say where it ends; the log in the data folder says more.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Attune was stopped while it started.", e);
        }
    }

    private static Log log(String topic) {
        return Arrays.stream(Log.values()).filter(log -> log.topic().equals(topic)).findFirst().orElseThrow();
    }

    /**
     * Waits until all folds of a service have passed these ends.
     *
     * @return false if that took more than ten minutes, as after an upgrade that makes everything anew
     */
    boolean await(ConfigurableApplicationContext service) {
        Folds folds = service.getBeanProvider(Folds.class).getIfAvailable();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (folds != null && !passedBy(folds)) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }

    private boolean passedBy(Folds folds) {
        return ends.entrySet().stream().allMatch(log -> folds.reading(log.getKey()).stream()
                .allMatch(fold -> hasPassed(folds, fold, log.getValue())));
    }

    private static boolean hasPassed(Folds folds, String fold, Map<Integer, Long> ends) {
        var positions = folds.positions(fold, ends.size());
        return ends.entrySet().stream().filter(end -> end.getValue() > 0).allMatch(end -> {
            var position = positions.get(end.getKey());
            return position != null && position.next() >= end.getValue();
        });
    }
}
