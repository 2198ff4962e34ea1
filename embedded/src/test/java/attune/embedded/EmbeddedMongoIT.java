package attune.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedMongoIT {

    @Test
    void keepsDocumentsOverARestartAndOnTheSamePort(@TempDir Path folder) {
        EmbeddedMongo first = EmbeddedMongo.start(EmbeddedMongo.Settings.in(folder));
        insert(first, new Document("_id", "kept").append("v", 1));
        first.close();

        try (EmbeddedMongo second = EmbeddedMongo.start(EmbeddedMongo.Settings.in(folder).onPort(first.port()))) {
            assertThat(find(second, "kept")).containsEntry("v", 1);
        }
    }

    @Test
    void forgetsWhatWasOnlyInMemory() {
        EmbeddedMongo first = EmbeddedMongo.start(EmbeddedMongo.Settings.inMemory());
        insert(first, new Document("_id", "gone"));
        first.close();

        try (EmbeddedMongo second = EmbeddedMongo.start(EmbeddedMongo.Settings.inMemory())) {
            insert(second, new Document("_id", "gone"));

            assertThat(find(second, "gone")).hasSize(1);
        }
    }

    @Test
    void listensOnTheLoopbackAddressOnly() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(EmbeddedMongo.Settings.inMemory())) {
            assertThat(mongo.connectionString("coach")).isEqualTo("mongodb://127.0.0.1:" + mongo.port() + "/coach");
        }
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            EmbeddedMongo.Settings settings = EmbeddedMongo.Settings.inMemory().onPort(taken.getLocalPort());

            assertThatThrownBy(() -> EmbeddedMongo.start(settings))
                    .isInstanceOf(EmbeddedException.PortInUse.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
        }
    }

    @Test
    void saysThatItsFileIsBroken(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mongo.mv"), "not a store at all".repeat(1000));
        EmbeddedMongo.Settings settings = EmbeddedMongo.Settings.in(folder);

        assertThatThrownBy(() -> EmbeddedMongo.start(settings))
                .isInstanceOf(EmbeddedException.FolderUnusable.class)
                .hasMessageContaining("mongo.mv");
    }

    private static void insert(EmbeddedMongo mongo, Document document) {
        try (MongoClient client = MongoClients.create(mongo.connectionString("test"))) {
            Mono.from(things(client).insertOne(document)).block();
        }
    }

    private static Document find(EmbeddedMongo mongo, String id) {
        try (MongoClient client = MongoClients.create(mongo.connectionString("test"))) {
            return Mono.from(things(client).find(new Document("_id", id)).first()).blockOptional().orElseThrow();
        }
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }
}
