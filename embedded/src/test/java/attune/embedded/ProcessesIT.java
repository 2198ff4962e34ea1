package attune.embedded;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProcessesIT {

    private static final int SIGTERM = 128 + 15;

    @TempDir
    Path folder;

    @Test
    void kafkaLosesNothingAcknowledgedWhenKilled() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            try (OwnProcess kafka = OwnProcess.start(KafkaProcess.class, "--folder=" + folder, "--topics=kept",
                    "--partitions=1")) {
                produce(kafka.address(), round, acknowledged);
                kafka.kill();
            }
        }

        try (OwnProcess kafka = OwnProcess.start(KafkaProcess.class, "--folder=" + folder, "--topics=kept",
                "--partitions=1")) {
            assertThat(allOf(kafka.address())).containsAll(acknowledged);
            assertThat(kafka.terminate()).isEqualTo(SIGTERM);
        }
        assertThat(acknowledged).hasSize(600);
    }

    @Test
    void identityKeepsItsKeyWhenKilled() throws Exception {
        String key;
        try (OwnProcess identity = OwnProcess.start(IdentityProcess.class, "--folder=" + folder)) {
            key = get(identity.address() + "/jwks");
            identity.kill();
        }

        try (OwnProcess identity = OwnProcess.start(IdentityProcess.class, "--folder=" + folder)) {
            assertThat(get(identity.address() + "/jwks")).isEqualTo(key);
            assertThat(identity.terminate()).isEqualTo(SIGTERM);
        }
    }

    @Test
    void mailSaysWhereItTakesAndWhereItShows() throws Exception {
        try (OwnProcess mail = OwnProcess.start(MailProcess.class, "--folder=" + folder)) {
            List<String> addresses = List.of(mail.address().split(" ", 2));

            assertThat(addresses.get(0)).matches("127\\.0\\.0\\.1:\\d+");
            assertThat(get(addresses.get(1))).contains("No mail yet");
            assertThat(mail.terminate()).isEqualTo(SIGTERM);
        }
    }

    @Test
    void saysInOneSentenceWhyItCannotStart() {
        assertThatThrownBy(() -> OwnProcess.start(MongoProcess.class))
                .hasMessageContaining("FAILED The folder for the data is missing");
        assertThatThrownBy(() -> OwnProcess.start(MongoProcess.class, "--folder=" + folder, "--prot=1"))
                .hasMessageContaining("FAILED The argument --prot=1 is not understood");
    }

    private static void produce(String broker, int round, Set<String> acknowledged) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all"), new StringSerializer(), new StringSerializer())) {
            for (int n = 0; n < 200; n++) {
                String message = round + "-" + n;
                producer.send(new ProducerRecord<>("kept", message)).get();
                acknowledged.add(message);
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> allOf(String broker) {
        TopicPartition partition = new TopicPartition("kept", 0);
        Set<String> messages = new HashSet<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", broker),
                new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(250)).forEach(record -> messages.add(record.value()));
            }
        }
        return messages;
    }

    private static String get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString()).body();
    }
}
