package attune.embedded;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of one broker, made on purpose and never by a typo. */
final class Topics {

    /** A broker learns of a new topic a few milliseconds after its controller made it. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final String bootstrapServers;

    Topics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void create(Collection<String> names, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (String name : names) {
                create(admin, name, partitions);
            }
            describe(admin, names).forEach(topic -> requirePartitions(topic, partitions));
        } catch (ExecutionException e) {
            throw new EmbeddedException.Failed("The embedded Kafka broker could not make the topics " + names + ".",
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedException.Failed("The embedded Kafka broker was interrupted while it made topics.", e);
        }
    }

    private static void create(Admin admin, String name, int partitions)
            throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static Collection<TopicDescription> describe(Admin admin, Collection<String> names)
            throws ExecutionException, InterruptedException {
        for (Duration waited = Duration.ZERO;; waited = waited.plus(BETWEEN_LOOKS)) {
            try {
                return admin.describeTopics(names).allTopicNames().get().values();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || waited.compareTo(PATIENCE) > 0) {
                    throw e;
                }
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private static void requirePartitions(TopicDescription topic, int wanted) {
        int found = topic.partitions().size();
        if (found != wanted) {
            throw new EmbeddedException.Failed(
                    "The topic %s has %d partitions where %d are wanted: people's events would lose their order, so keep the number or start in a new folder."
                            .formatted(topic.name(), found, wanted),
                    null);
        }
    }
}
