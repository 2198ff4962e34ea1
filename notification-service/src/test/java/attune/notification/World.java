package attune.notification;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import attune.embedded.EmbeddedIdentity;
import attune.embedded.EmbeddedKafka;
import attune.embedded.EmbeddedMongo;
import attune.embedded.MailCatcher;
import attune.embedded.MailCatcher.Mail;
import attune.events.Log;
import attune.events.NotificationId;

/** All that the service runs on: a log, a database, a sign-in and a mail server, each of them real. */
final class World implements AutoCloseable {

    static final int PARTITIONS = 4;

    private final Path folder;
    private EmbeddedKafka kafka;
    final EmbeddedMongo mongo;
    final EmbeddedIdentity identity;
    final MailCatcher mail;
    final MovableClock clock = new MovableClock();
    final Writer writer;

    private World(Path folder, EmbeddedKafka kafka, EmbeddedMongo mongo, EmbeddedIdentity identity, MailCatcher mail) {
        this.folder = folder;
        this.kafka = kafka;
        this.mongo = mongo;
        this.identity = identity;
        this.mail = mail;
        this.writer = new Writer(kafka.bootstrapServers(), clock);
    }

    static World start(Path folder) {
        EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.in(folder.resolve("kafka")));
        kafka.createTopics(Arrays.stream(Log.values()).map(Log::topic).toList(), PARTITIONS);
        return new World(folder, kafka, EmbeddedMongo.start(EmbeddedMongo.Settings.inMemory()),
                EmbeddedIdentity.start(EmbeddedIdentity.Settings.inMemory()),
                MailCatcher.start(MailCatcher.Settings.in(folder.resolve("mail"))));
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    void stopKafka() {
        kafka.close();
    }

    /** Starts the broker again where it was, with what it had. */
    void startKafka() {
        kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.in(folder.resolve("kafka")).onPort(kafka.port()));
    }

    /** Starts the service on a database of that name. */
    Service service(String database, String... more) {
        return Service.start(this, database, more);
    }

    /** The mails about a notification. */
    List<Mail> mails(NotificationId notification) {
        return mail.messages().stream()
                .filter(one -> String.valueOf(one.headers().get("Message-ID")).startsWith("<" + notification + "@"))
                .toList();
    }

    @Override
    public void close() {
        writer.close();
        mail.close();
        identity.close();
        mongo.close();
        kafka.close();
    }
}
