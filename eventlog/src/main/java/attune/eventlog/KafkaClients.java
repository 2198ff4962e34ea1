package attune.eventlog;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

import attune.events.Log;

/** Kafka clients whose own patience fits the budget of a request, and the one place where topics are made. */
@Configuration(proxyBeanMethods = false)
public class KafkaClients {

    private final KafkaProperties kafka;
    private final KafkaConnectionDetails connection;
    private final EventLogProperties properties;

    KafkaClients(KafkaProperties kafka, KafkaConnectionDetails connection, EventLogProperties properties) {
        this.kafka = kafka;
        this.connection = connection;
        this.properties = properties;
    }

    /** A producer for requests that wait: no lingering, no twins from its own retries. */
    public Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.getProducer().getBootstrapServers());
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 500);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_500);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) properties.deliveryTimeout().toMillis());
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return new KafkaProducer<>(settings);
    }

    /** A consumer without a group: it starts where it is told and commits nothing. */
    public Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.getConsumer().getBootstrapServers());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        return new KafkaConsumer<>(settings);
    }

    /** For questions about the log that a request waits for. */
    public Admin admin() {
        Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.getAdmin().getBootstrapServers());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return Admin.create(settings);
    }

    /** The three logs: kept for ever, with the same number of partitions. */
    @Bean
    KafkaAdmin.NewTopics logs() {
        return new KafkaAdmin.NewTopics(java.util.Arrays.stream(Log.values())
                .map(log -> TopicBuilder.name(log.topic())
                        .partitions(properties.partitions())
                        .replicas(properties.replicas())
                        .config("retention.ms", "-1")
                        .config("retention.bytes", "-1")
                        .config("min.insync.replicas", properties.replicas() >= 3 ? "2" : "1")
                        .build())
                .toArray(org.apache.kafka.clients.admin.NewTopic[]::new));
    }
}
