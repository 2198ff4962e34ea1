package attune.bench.log;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Fills a log before it is drained, as quickly as it goes. */
public final class Filling {

    private Filling() {}

    /** Puts so many records on the log and waits until all are acknowledged. */
    public static void fill(String bootstrapServers, long count, LongFunction<ProducerRecord<byte[], byte[]>> records) {
        AtomicReference<@Nullable Exception> first = new AtomicReference<>();
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 20, "batch.size", 131_072),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            for (long i = 0; i < count; i++) {
                var _ = producer.send(records.apply(i), (_, fault) -> first.compareAndSet(null, fault));
            }
        }
        Exception fault = first.get();
        if (fault != null) {
            throw new IllegalStateException("The log could not be filled", fault);
        }
    }
}
