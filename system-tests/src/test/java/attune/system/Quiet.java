package attune.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.BsonDocument;
import org.yaml.snakeyaml.Yaml;

import static attune.system.ComposeFile.map;

/** Knows how far each fold has come in each partition of its log, and when all is done. */
final class Quiet {

    private final House house;
    private final List<FoldOf> folds;

    /** A fold, the service that it belongs to and the topic that it reads. */
    record FoldOf(String service, String name, String topic) {}

    /** Where a fold stands in a partition and where the partition ends. */
    record Standing(FoldOf fold, int partition, long next, long end) {}

    Quiet(House house) {
        this.house = house;
        this.folds = house.services().stream().flatMap(service -> foldsOf(service).stream()).toList();
    }

    List<FoldOf> folds() {
        return folds;
    }

    /** The folds of a service, as its configuration binds them. */
    private static List<FoldOf> foldsOf(String service) {
        Path file = House.PROJECT.resolve(service).resolve("src/main/resources").resolve(service + ".yml");
        try {
            Map<String, Object> spring = map(
                    new Yaml().<Map<String, Object>>load(Files.readString(file)).get("spring"));
            List<FoldOf> folds = new ArrayList<>();
            map(map(map(spring.get("cloud")).get("stream")).get("bindings")).forEach((name, binding) -> folds.add(
                    new FoldOf(service, name.replace("-in-0", ""), String.valueOf(map(binding).get("destination")))));
            return folds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Positions first, ends afterwards: a position may lag behind an end, never lie past it. */
    List<Standing> standings() {
        Databases databases = Databases.read(house.databaseAddress(), house.services());
        List<Standing> standings = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", house.brokers(), "allow.auto.create.topics", false),
                new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (FoldOf fold : folds) {
                List<TopicPartition> partitions = consumer.partitionsFor(fold.topic()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
                consumer.endOffsets(partitions).forEach((partition, end) -> {
                    BsonDocument position = databases.collection(fold.service(), Databases.POSITIONS)
                            .get(fold.name() + "/" + partition.partition());
                    long next = position == null ? 0 : position.getInt64("next").getValue();
                    standings.add(new Standing(fold, partition.partition(), next, end));
                });
            }
        }
        return standings;
    }

    /** Waits until every fold has read all of its log, and nothing new has come meanwhile. */
    void await() {
        List<Standing> before = new ArrayList<>();
        org.awaitility.Awaitility.await("all is quiet").atMost(House.LONG)
                .pollInterval(java.time.Duration.ofSeconds(2)).until(() -> {
                    List<Standing> now = standings();
                    boolean quiet = now.equals(before) && now.stream().allMatch(one -> one.next() == one.end());
                    before.clear();
                    before.addAll(now);
                    return quiet;
                });
    }
}
