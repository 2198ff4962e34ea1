package attune.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import attune.embedded.EmbeddedIdentity;
import attune.embedded.EmbeddedKafka;
import attune.embedded.EmbeddedMongo;
import attune.embedded.Fault;
import attune.embedded.MailCatcher;
import attune.events.Channel;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.PushSubscribed;
import attune.events.Ending;
import attune.events.Log;
import attune.events.NotificationId;
import attune.events.PrivateText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One of two instances is frozen ({@code kill -STOP}) while deliveries of its own wait at the gate of the relay, already
 * decided. The other takes over its partitions and delivers everything. When the frozen one wakes up, it still has all
 * of it in hand, and must hand over none.
 */
class FrozenInstanceIT {

    private static final int PEOPLE = 60;
    private static final int MORE = 12;
    private static final int PARTITIONS = 12;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Path folder = SharedHouse.folder("frozen");
    private final Loopback ports = new Loopback(ComposeFile.read(House.COMPOSE_FILE, House.secrets()));
    private final Set<NotificationId> told = new HashSet<>();
    private final Map<String, Object> figures = new TreeMap<>();

    @Test
    void handsNothingOverThatItsLeaseDoesNotCoverAnyMore() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.in(folder.resolve("kafka")));
                EmbeddedMongo mongo = EmbeddedMongo.start(EmbeddedMongo.Settings.inMemory());
                EmbeddedIdentity identity = EmbeddedIdentity.start(EmbeddedIdentity.Settings.inMemory());
                MailCatcher mail = MailCatcher.start(MailCatcher.Settings.in(folder.resolve("mail")))) {
            kafka.createTopics(Arrays.stream(Log.values()).map(Log::topic).toList(), PARTITIONS);
            Map<String, String> environment = Map.of("ATTUNE_KAFKA", kafka.bootstrapServers(), "ATTUNE_MONGODB",
                    mongo.connectionString("notification-service"), "ATTUNE_ISSUER", identity.issuer(), "ATTUNE_JWKS",
                    identity.jwksUri(), "ATTUNE_SMTP_HOST", Loopback.HOST, "ATTUNE_SMTP_PORT",
                    Integer.toString(mail.smtpPort()), "ATTUNE_MAIL_FROM", "notes@attune.example");
            // The one that will be frozen may hand over one mail a second: all others of its own wait at its gate.
            try (ChildProcess frozen = instance("frozen", 1, environment);
                    ChildProcess other = instance("other", 500, environment);
                    Pen pen = new Pen(kafka.bootstrapServers())) {
                frozen.start();
                other.start();
                await("both have a part of the leases").atMost(LONG).until(() -> leases(frozen) > 0
                        && leases(other) > 0 && leases(frozen) + leases(other) == PARTITIONS);
                IntStream.range(0, PEOPLE + MORE).forEach(i -> pen.wantsAll("p" + i, browser()));

                mail.faults().becomes(Fault.BROKEN);
                IntStream.range(0, PEOPLE).forEach(i -> told.add(pen.suggest("p" + i)));
                freezeBetweenTwoMails(frozen);
                mail.faults().becomes(Fault.OFF);
                awaitAllSent(kafka.bootstrapServers());
                assertThat(leases(other)).isEqualTo(PARTITIONS);

                frozen.thaw();
                await("it wanted to go on with what it had in hand").atMost(LONG)
                        .until(() -> count(frozen, "attune_notification_provider_waits_total",
                                Map.of("provider", "smtp", "cause", "lapsed")) > 0);
                await("it has a part of the leases again").atMost(LONG).until(() -> leases(frozen) > 0);
                IntStream.range(PEOPLE, PEOPLE + MORE).forEach(i -> told.add(pen.suggest("p" + i)));
                awaitAllSent(kafka.bootstrapServers());

                check(mail, frozen, other, identity.tokens().of("ops-1"));
            }
            System.out.println("frozen instance: " + figures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** There are no keys for pushes here, so nothing goes to it. */
    private static PushSubscribed browser() {
        return new PushSubscribed(UUID.randomUUID(), PrivateText.of("https://push.example/1"), PrivateText.of("key"),
                PrivateText.of("secret"));
    }

    /** Right after a mail of its own was refused, so that it is in the middle of none: that one nobody could call back. */
    private void freezeBetweenTwoMails(ChildProcess instance) {
        double some = 2 + attempts(instance);
        await("mails are tried").atMost(LONG).pollInterval(Duration.ofMillis(20))
                .until(() -> attempts(instance) >= some);
        instance.freeze();
    }

    private void awaitAllSent(String brokers) {
        await("all is sent").atMost(LONG).pollInterval(Duration.ofMillis(500)).until(() -> Logs.read(brokers)
                .of(Log.DELIVERIES).stream()
                .filter(envelope -> envelope.event() instanceof NotificationEnded ended
                        && ended.ending() == Ending.SENT && ended.channel() == Channel.EMAIL)
                .map(envelope -> ((NotificationEnded) envelope.event()).notification())
                .collect(Collectors.toSet())
                .containsAll(told));
    }

    private void check(MailCatcher mail, ChildProcess frozen, ChildProcess other, String operator)
            throws IOException {
        List<String> mails = mail.messages().stream().map(one -> String.valueOf(one.headers().get("Message-ID")))
                .toList();
        figures.put("mails", mails.size());
        figures.put("leases lost by the frozen one", count(frozen, "attune_notification_leases_lost_total", Map.of()));
        figures.put("hand-overs that it gave up", count(frozen, "attune_notification_provider_waits_total",
                Map.of("provider", "smtp", "cause", "lapsed")));
        assertThat(mails).containsExactlyInAnyOrderElementsOf(
                told.stream().map(id -> "<" + id + "@attune.example>").toList());
        for (ChildProcess instance : List.of(frozen, other)) {
            assertThat(count(instance, "attune_accounting_difference", Map.of())).isZero();
            assertThat(Web.get(address(instance, 8083, "/api/v1/deliveries/ledger"), operator).expecting(200).json()
                    .path("difference").asLong(-1)).isZero();
        }
    }

    private double leases(ChildProcess instance) {
        return count(instance, "attune_notification_leases", Map.of());
    }

    private double attempts(ChildProcess instance) {
        return count(instance, "attune_notification_attempts_total", Map.of());
    }

    /** What an instance says of itself; 0 while it says nothing. */
    private double count(ChildProcess instance, String metric, Map<String, String> labels) {
        if (!instance.isAlive()) {
            throw new AssertionError("An instance ended.\n" + instance.lastWords());
        }
        try {
            return Scrape.parse(Web.get(address(instance, 8183, "/actuator/prometheus"), null).expecting(200).body())
                    .sum(metric, labels);
        } catch (IOException _) {
            return 0;
        }
    }

    private URI address(ChildProcess instance, int port, String path) {
        return URI.create("http://" + Loopback.HOST + ":" + ports.port(instance.name(), port) + path);
    }

    /** It tries refused mails again soon, and never leaves the relay alone for refusing them. */
    private ChildProcess instance(String name, int mailsPerSecond, Map<String, String> environment) {
        Map<String, String> own = new HashMap<>(environment);
        own.put("SERVER_PORT", Integer.toString(ports.port(name, 8083)));
        own.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.port(name, 8183)));
        own.put("SPRING_APPLICATION_JSON", """
                {"attune.notification.delivery.retry-first":"200ms",
                 "attune.notification.delivery.retry-longest":"1s",
                 "attune.notification.providers.smtp.failing":100,
                 "attune.notification.providers.smtp.calls":10000,
                 "attune.notification.providers.smtp.per-second":%d,
                 "attune.notification.leases.length":"3s"}""".formatted(mailsPerSecond));
        return new ChildProcess(name, List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-jar", House.PROJECT.resolve(
                        "notification-service/target/notification-service-0.1.0-exec.jar").toString()),
                own, folder);
    }
}
