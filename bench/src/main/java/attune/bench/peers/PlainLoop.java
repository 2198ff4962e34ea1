package attune.bench.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * "Plain loop": reads so many JSON records of a topic from the beginning, parses each and forgets it. The floor for
 * draining and rebuilding. Drains once for every request to {@code /drain} and answers with the nanoseconds from the
 * first batch to the last record, so that it is as warm as what it is compared with.
 */
public final class PlainLoop {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PlainLoop() {}

    /**
     * Runs until it is killed.
     *
     * @param arguments bootstrap servers, topic, number of records
     */
    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/drain", exchange -> {
            byte[] answer = String.valueOf(drain(arguments[0], arguments[1], Long.parseLong(arguments[2])))
                    .getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        System.out.println("ready " + server.getAddress().getPort());
    }

    private static long drain(String bootstrapServers, String topic, long count) {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "fetch.min.bytes", 1, "enable.auto.commit", false,
                        "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic)
                    .stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return drain(consumer, count);
        }
    }

    private static long drain(Consumer<byte[], byte[]> consumer, long count) {
        long start = 0;
        long read = 0;
        while (read < count) {
            ConsumerRecords<byte[], byte[]> batch = consumer.poll(Duration.ofSeconds(1));
            start = start == 0 && !batch.isEmpty() ? System.nanoTime() : start;
            for (ConsumerRecord<byte[], byte[]> each : batch) {
                read += MAPPER.readTree(each.value()).isObject() ? 1 : 0;
            }
        }
        return System.nanoTime() - start;
    }
}
