package attune.notification.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

import attune.events.PersonId;

/** What the folds of this instance have just folded, for the dispatcher. Safe for use by many threads. */
public final class Changes {

    private final BlockingQueue<Change> queue = new LinkedBlockingQueue<>();

    /** To be called after each batch of the fold {@code inbox}. */
    public void deliveriesFolded(Message<List<byte[]>> batch) {
        add(batch, Change.Deliveries::new);
    }

    /** To be called after each batch of the fold {@code recipients}. */
    public void wishesFolded(Message<List<byte[]>> batch) {
        add(batch, Change.Wishes::new);
    }

    void nudge() {
        queue.add(new Change.Nudge());
    }

    void putOff(Due due, Instant lookAt) {
        queue.add(new Change.PutOff(due, lookAt));
    }

    /** Waits for a change and takes all that there are; none if the patience is over before. */
    List<Change> take(Duration patience) throws InterruptedException {
        List<Change> changes = new ArrayList<>();
        Change first = queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (first != null) {
            changes.add(first);
            queue.drainTo(changes);
        }
        return changes;
    }

    private void add(Message<List<byte[]>> batch, BiFunction<Integer, Set<PersonId>, Change> change) {
        List<?> partitions = list(batch, KafkaHeaders.RECEIVED_PARTITION);
        List<?> keys = list(batch, KafkaHeaders.RECEIVED_KEY);
        Map<Integer, Set<PersonId>> people = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            PersonId person = person(keys.get(i));
            if (person != null) {
                people.computeIfAbsent((Integer) partitions.get(i), _ -> new HashSet<>()).add(person);
            }
        }
        people.forEach((partition, all) -> queue.add(change.apply(partition, all)));
    }

    private static List<?> list(Message<?> batch, String header) {
        return batch.getHeaders().get(header) instanceof List<?> list ? list : List.of();
    }

    private static @Nullable PersonId person(@Nullable Object key) {
        try {
            return key instanceof byte[] bytes ? PersonId.of(new String(bytes, StandardCharsets.UTF_8)) : null;
        } catch (IllegalArgumentException _) {
            return null; // a record that the fold has set aside
        }
    }
}
