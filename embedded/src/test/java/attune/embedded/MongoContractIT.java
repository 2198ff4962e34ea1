package attune.embedded;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.MongoException;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.ValidationOptions;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The contract on the embedded server, and what only that one refuses. */
class MongoContractIT extends MongoContract {

    private static EmbeddedMongo mongo;

    @BeforeAll
    static void start() {
        mongo = EmbeddedMongo.start(EmbeddedMongo.Settings.inMemory());
    }

    @AfterAll
    static void stop() {
        mongo.close();
    }

    @Override
    String server() {
        return mongo.connectionString("");
    }

    /** One command that would silently do something else than MongoDB. */
    interface Command {
        void run(MongoContractIT here);
    }

    static Stream<Arguments> refusedCommands() {
        return Stream.of(
                refused("an index that expires", here -> run(here.things().createIndex(Indexes.ascending("at"),
                        new IndexOptions().expireAfter(1L, TimeUnit.HOURS)))),
                refused("a partial index", here -> run(here.things().createIndex(Indexes.ascending("at"),
                        new IndexOptions().partialFilterExpression(eq("open", true))))),
                refused("a text index", here -> run(here.things().createIndex(Indexes.text("note")))),
                refused("a collation in a query", here -> run(here.things().find(eq("a"))
                        .collation(Collation.builder().locale("de").build()).first())),
                refused("a collation in an update", here -> run(here.things().updateOne(eq("a"), inc("v", 1),
                        new UpdateOptions().collation(Collation.builder().locale("de").build())))),
                refused("a validator",
                        here -> run(here.client().getDatabase("attune-contract").createCollection("checked",
                                new CreateCollectionOptions()
                                        .validationOptions(new ValidationOptions().validator(eq("v", 1)))))),
                refused("a capped collection", here -> run(here.client().getDatabase("attune-contract")
                        .createCollection("capped", new CreateCollectionOptions().capped(true).sizeInBytes(4096)))),
                refused("the server's clock", here -> run(here.things().updateOne(eq("a"), currentDate("at")))),
                refused("an update by pipeline",
                        here -> run(here.things().updateOne(eq("a"), List.of(set("v", 1))))),
                refused("an ordered bulk of updates", here -> run(here.things().bulkWrite(List.of(
                        new UpdateOneModel<>(eq("a"), inc("v", 1)), new UpdateOneModel<>(eq("b"), inc("v", 1)))))),
                refused("a change stream", here -> run(here.things().watch().first())),
                refused("a retryable write", here -> run(here.client().getDatabase("attune-contract").runCommand(
                        new Document("insert", "things").append("documents", List.of(new Document("_id", "a")))
                                .append("txnNumber", 1L)))));
    }

    private static Arguments refused(String name, Command command) {
        return arguments(named(name, command));
    }

    @ParameterizedTest
    @MethodSource("refusedCommands")
    void refuses(Command command) {
        assertThatThrownBy(() -> command.run(this)).isInstanceOf(MongoException.class)
                .hasMessageContaining("The embedded database refuses");
    }

    @Test
    void offersNoSessionForATransaction() {
        assertThatThrownBy(() -> {
            var session = run(client().startSession());
            session.startTransaction();
            run(things().insertOne(session, new Document("_id", "a")));
        }).isInstanceOf(MongoException.class);
        assertThat(run(things().countDocuments(eq("a")))).isZero();
    }

    @Test
    void keepsWhatPeopleWroteOutOfItsLog() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try {
            run(things().insertOne(new Document("_id", "a").append("note", "secret")));

            assertThatThrownBy(() -> run(things().find(new Document("_id", "a").append("note",
                    new Document("$nonsense", "secret"))).first())).isInstanceOf(MongoException.class);
            assertThatThrownBy(() -> run(things().updateOne(eq("a"), new Document("$nonsense",
                    new Document("note", "secret"))))).isInstanceOf(MongoException.class);
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains("secret"));
    }
}
