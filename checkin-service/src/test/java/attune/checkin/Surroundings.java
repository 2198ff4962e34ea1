package attune.checkin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.context.ConfigurableApplicationContext;

import attune.embedded.EmbeddedIdentity;
import attune.embedded.EmbeddedKafka;
import attune.embedded.EmbeddedMongo;
import attune.events.Log;

/** A broker, a database and a sign-in, in this process; each may be stopped and started again. */
final class Surroundings implements AutoCloseable {

    static final int PARTITIONS = 3;

    private final Path folder;
    private final EmbeddedIdentity identity = EmbeddedIdentity.start(EmbeddedIdentity.Settings.inMemory());
    private EmbeddedKafka kafka;
    private EmbeddedMongo mongo = EmbeddedMongo.start(EmbeddedMongo.Settings.inMemory());

    Surroundings() {
        try {
            folder = Files.createTempDirectory("checkin-service");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.in(folder));
        kafka.createTopics(Arrays.stream(Log.values()).map(Log::topic).toList(), PARTITIONS);
    }

    /** Starts the service in these surroundings. */
    ConfigurableApplicationContext service(String database) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", 0);
        properties.put("management.server.port", 0);
        properties.put("spring.kafka.bootstrap-servers", kafka.bootstrapServers());
        properties.put("spring.mongodb.uri", mongo.connectionString(database));
        properties.put("attune.tokens.issuer", identity.issuer());
        properties.put("attune.tokens.timeout", "20s");
        properties.put("attune.eventlog.partitions", PARTITIONS);
        return CheckinApplication.application()
                .run(properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }

    EmbeddedIdentity identity() {
        return identity;
    }

    EmbeddedKafka kafka() {
        return kafka;
    }

    void stopKafka() {
        kafka.close();
    }

    void startKafkaAgain() {
        kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.in(folder).onPort(kafka.port()));
    }

    void stopMongo() {
        mongo.close();
    }

    void startMongoAgain() {
        mongo = EmbeddedMongo.start(EmbeddedMongo.Settings.inMemory().onPort(mongo.port()));
    }

    @Override
    public void close() {
        kafka.close();
        mongo.close();
        identity.close();
    }
}
