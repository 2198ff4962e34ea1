package attune.embedded;

import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RepairedBackendTests {

    private final Channel channel = new EmbeddedChannel();
    private final RepairedBackend backend = new RepairedBackend(MVStore.open(null));

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void keepsAReplyAsItWasWhileOthersWrite() {
        command("insert", "documents", new Document("_id", "a").append("v", 1));
        Document reply = command("find", "pipeline");

        command("update", "updates", new Document("q", new Document("_id", "a"))
                .append("u", new Document("$set", new Document("v", 2))));

        assertThat(first(reply)).containsEntry("v", 1);
        assertThat(first(command("find", "pipeline"))).containsEntry("v", 2);
    }

    @Test
    void countsOnlyWhatItInserted() {
        Document reply = command("insert", "documents", new Document("_id", "a"), new Document("_id", "a"),
                new Document("_id", "b"));

        assertThat(reply).containsEntry("n", 2);
    }

    @Test
    void sendsNoMoreThanMongoDbWouldAtFirst() {
        for (int n = 0; n < 150; n++) {
            command("insert", "documents", new Document("_id", n));
        }

        Document cursor = (Document) command("find", "pipeline").get("cursor");

        assertThat(cursor).isNotNull();
        assertThat((List<?>) cursor.get("firstBatch")).hasSize(101);
        assertThat((Long) cursor.get("id")).isPositive();
    }

    @Test
    void remembersWhatWasAskedOutsideTheContract() {
        command("find", "pipeline");
        backend.handleCommand(channel, "test", "find", new Document("find", "things").append("filter",
                new Document("status", "secret").append("$where", "secret")));
        backend.handleCommand(channel, "test", "find", new Document("find", "things").append("batchSize", 10)
                .append("filter", new Document("_id", "a").append("v", new Document("$mod", List.of(2, 0)))));
        command("update", "updates", new Document("q", new Document("_id", "a"))
                .append("u", new Document("$bit", new Document("v", new Document("or", 1)))));

        assertThat(backend.strays()).containsExactly(
                "find test.things: the filter names neither _id nor exactly a unique key, but (no field)",
                "find test.things: the filter names neither _id nor exactly a unique key, but status",
                "find test.things: the filter uses $mod",
                "find test.things: the filter uses $where",
                "find test.things: there is no batchSize",
                "update test.things: the update uses $bit");
    }

    @Test
    void hasNothingAgainstTheQueryShapesOfTheContract() {
        command("insert", "documents", new Document("_id", "a").append("v", 1).append("email", "x"));
        command("createIndexes", "indexes", new Document("name", "email").append("unique", true).append("key",
                new Document("email", 1)));
        find(new Document("_id", new Document("$in", List.of("a", "b"))));
        find(new Document("$and", List.of(new Document("_id", "a"), new Document("v", new Document("$gte", 1)))));
        find(new Document("email", "x"));
        command("update", "updates", new Document("q", new Document("_id", "a").append("v", 1))
                .append("u", new Document("_id", "a").append("v", 2)));
        command("delete", "deletes", new Document("q", new Document("_id", "a")).append("limit", 1));

        assertThat(backend.strays()).isEmpty();
    }

    private void find(Document filter) {
        backend.handleCommand(channel, "test", "find",
                new Document("find", "things").append("filter", filter).append("batchSize", 500));
    }

    private Document command(String name, String field, Document... parts) {
        return backend.handleCommand(channel, "test", name,
                new Document(name, "things").append("ordered", false).append(field, List.of(parts)));
    }

    private static Document first(Document reply) {
        assertThat(reply.get("cursor")).isInstanceOf(Document.class);
        return reply.get("cursor") instanceof Document cursor && cursor.get("firstBatch") instanceof List<?> batch
                ? (Document) batch.getFirst()
                : new Document();
    }
}
