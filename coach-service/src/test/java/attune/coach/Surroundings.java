package attune.coach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import attune.embedded.EmbeddedIdentity;
import attune.embedded.EmbeddedKafka;
import attune.embedded.EmbeddedMongo;
import attune.events.Log;

/** What the service needs around it: a real broker, a wire server and a provider, started once for all tests. */
final class Surroundings {

    static final int PARTITIONS = 4;
    static final EmbeddedKafka KAFKA = kafka();
    static final EmbeddedMongo MONGO = EmbeddedMongo.start(EmbeddedMongo.Settings.inMemory());
    static final EmbeddedIdentity IDENTITY = EmbeddedIdentity.start(EmbeddedIdentity.Settings.inMemory());

    private Surroundings() {}

    private static EmbeddedKafka kafka() {
        try {
            Path folder = Files.createTempDirectory("coach-service");
            EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.in(folder));
            kafka.createTopics(Arrays.stream(Log.values()).map(Log::topic).toList(), PARTITIONS);
            return kafka;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
