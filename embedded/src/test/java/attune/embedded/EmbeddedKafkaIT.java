package attune.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedKafkaIT {

    @TempDir
    static Path shared;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.in(shared));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void carriesMessagesToGroupsOfBothProtocols(String protocol) {
        String topic = "carried-" + protocol;
        kafka.createTopics(List.of(topic), 3);

        send(kafka, topic, List.of("one", "two", "three"));

        assertThat(read(kafka, topic, protocol, 3)).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void makesTopicsOnlyOnce() {
        kafka.createTopics(List.of("once", "twice"), 12);

        kafka.createTopics(List.of("once", "twice", "thrice"), 12);

        assertThat(partitionsOf("once")).isEqualTo(12);
        assertThat(partitionsOf("thrice")).isEqualTo(12);
    }

    @Test
    void refusesToChangeTheNumberOfPartitions() {
        kafka.createTopics(List.of("four"), 4);

        assertThatThrownBy(() -> kafka.createTopics(List.of("four"), 8))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("four has 4 partitions where 8 are wanted");
    }

    @Test
    void makesNoTopicByAccident() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("a-typo")).allTopicNames().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void keepsMessagesOverARestartAndOnTheSamePort(@TempDir Path folder) {
        EmbeddedKafka first = EmbeddedKafka.start(EmbeddedKafka.Settings.in(folder).flushingEachMessage());
        first.createTopics(List.of("kept"), 2);
        send(first, "kept", List.of("before"));
        first.close();

        try (EmbeddedKafka second = EmbeddedKafka
                .start(EmbeddedKafka.Settings.in(folder).onPort(first.port()).flushingEachMessage())) {
            second.createTopics(List.of("kept"), 2);
            send(second, "kept", List.of("after"));

            assertThat(second.bootstrapServers()).isEqualTo(first.bootstrapServers());
            assertThat(read(second, "kept", "consumer", 2)).containsExactlyInAnyOrder("before", "after");
        }
    }

    @Test
    void saysWhichPortIsTaken(@TempDir Path folder) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            EmbeddedKafka.Settings settings = EmbeddedKafka.Settings.in(folder).onPort(taken.getLocalPort());

            assertThatThrownBy(() -> EmbeddedKafka.start(settings))
                    .isInstanceOf(EmbeddedException.PortInUse.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
        }
    }

    @Test
    void noticesThatAPortWasTakenWhileItStarted(@TempDir Path folder) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                DataFolder data = DataFolder.open(folder)) {
            EmbeddedKafka.format(data);
            int free = Loopback.freePort();

            assertThatThrownBy(() -> EmbeddedKafka.startServer(data, free, taken.getLocalPort(), false))
                    .isInstanceOfSatisfying(EmbeddedException.PortInUse.class,
                            fault -> assertThat(fault.port()).isEqualTo(taken.getLocalPort()));
            assertThatThrownBy(() -> EmbeddedKafka.startServer(data, taken.getLocalPort(), free, false))
                    .isInstanceOf(EmbeddedException.PortInUse.class);
        }
    }

    @Test
    void saysThatTheFolderCannotBeMade(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        EmbeddedKafka.Settings settings = EmbeddedKafka.Settings.in(file.resolve("below"));

        assertThatThrownBy(() -> EmbeddedKafka.start(settings))
                .isInstanceOf(EmbeddedException.FolderUnusable.class)
                .hasMessageContaining("a-file");
    }

    @Test
    void saysThatTheFolderIsHeldByAnother() {
        EmbeddedKafka.Settings settings = EmbeddedKafka.Settings.in(shared);

        assertThatThrownBy(() -> EmbeddedKafka.start(settings))
                .isInstanceOf(EmbeddedException.FolderUnusable.class)
                .hasMessageContaining("another running Attune holds it");
    }

    private static int partitionsOf(String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().values().iterator().next()
                    .partitions().size();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static void send(EmbeddedKafka broker, String topic, List<String> messages) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"), new StringSerializer(),
                new StringSerializer())) {
            for (String message : messages) {
                producer.send(new ProducerRecord<>(topic, message, message)).get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> read(EmbeddedKafka broker, String topic, String protocol, int wanted) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG, "reads-" + topic, ConsumerConfig.GROUP_PROTOCOL_CONFIG, protocol,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        List<String> messages = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (int polls = 0; polls < 120 && messages.size() < wanted; polls++) {
                consumer.poll(Duration.ofMillis(250)).forEach(record -> messages.add(record.value()));
            }
        }
        return messages;
    }
}
