package attune.system;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import attune.embedded.EmbeddedIdentity;
import attune.embedded.EmbeddedKafka;
import attune.embedded.EmbeddedMongo;
import attune.embedded.Fault;
import attune.embedded.FaultSwitch;
import attune.embedded.MailCatcher;
import attune.embedded.PushReceiver;
import attune.embedded.PushReceiver.Push;
import attune.events.Channel;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.Ending;
import attune.events.Log;
import attune.events.NotificationId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances deliver while mail and push services change their faults several times a second, and one instance after
 * the other is killed ({@code kill -9}) and comes back. Nothing may be lost; what comes twice must be known for the same.
 * {@code -Dattune.kills.seed=N} repeats the same choices.
 */
class FaultyProvidersIT {

    private static final int PEOPLE = 150;
    private static final int KILLS = 3;
    private static final List<Fault> FAULTS = List.of(Fault.OFF, Fault.OFF, Fault.SLOW, Fault.BUSY, Fault.BROKEN,
            Fault.DROPPING);
    private static final Duration LONG = Duration.ofMinutes(2);

    private final long seed = Long.getLong("attune.kills.seed", new Random().nextLong(1_000_000));
    private final Random random = new Random(seed);
    private final Path folder = SharedHouse.folder("providers");
    private final Loopback ports = new Loopback(ComposeFile.read(House.COMPOSE_FILE, House.secrets()));
    private final Map<NotificationId, String> told = new ConcurrentHashMap<>();
    private final Map<String, Object> figures = new TreeMap<>();

    @Test
    void losesNothingAndRepeatsOnlyUnderTheSameKey() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.in(folder.resolve("kafka")));
                EmbeddedMongo mongo = EmbeddedMongo.start(EmbeddedMongo.Settings.inMemory());
                EmbeddedIdentity identity = EmbeddedIdentity.start(EmbeddedIdentity.Settings.inMemory());
                MailCatcher mail = MailCatcher.start(MailCatcher.Settings.in(folder.resolve("mail")));
                PushReceiver push = PushReceiver.start(0);
                ScheduledExecutorService clock = Executors.newScheduledThreadPool(2)) {
            kafka.createTopics(Arrays.stream(Log.values()).map(Log::topic).toList(), 12);
            Map<String, String> environment = new HashMap<>(keys());
            environment.putAll(Map.of("ATTUNE_KAFKA", kafka.bootstrapServers(), "ATTUNE_MONGODB",
                    mongo.connectionString("notification-service"), "ATTUNE_ISSUER", identity.issuer(), "ATTUNE_JWKS",
                    identity.jwksUri(), "ATTUNE_SMTP_HOST", Loopback.HOST, "ATTUNE_SMTP_PORT",
                    Integer.toString(mail.smtpPort()), "ATTUNE_MAIL_FROM", "notes@attune.example",
                    "SPRING_APPLICATION_JSON", """
                            {"attune.notification.push.inside-too":true,
                             "attune.notification.delivery.retry-first":"200ms",
                             "attune.notification.delivery.retry-longest":"1s",
                             "attune.notification.providers.smtp.rest":"500ms",
                             "attune.notification.providers.web-push.rest":"500ms"}"""));
            try (ChildProcess one = instance("one", environment);
                    ChildProcess other = instance("other", environment);
                    Pen pen = new Pen(kafka.bootstrapServers())) {
                one.start();
                other.start();
                awaitReady(one);
                awaitReady(other);
                IntStream.range(0, PEOPLE).forEach(i -> pen.wantsAll("p" + i, push.subscribe()));
                var moods = clock.scheduleAtFixedRate(() -> change(mail.faults(), push.faults()), 0, 150,
                        TimeUnit.MILLISECONDS);
                var writing = clock.submit(() -> IntStream.range(0, PEOPLE)
                        .forEach(i -> told.put(pen.suggest("p" + i), "p" + i)));
                for (int i = 0; i < KILLS; i++) {
                    clock.schedule(() -> {}, 500 + random.nextInt(2_500), TimeUnit.MILLISECONDS).get();
                    ChildProcess victim = i % 2 == 0 ? one : other;
                    victim.kill();
                    victim.start();
                    awaitReady(victim);
                }
                writing.get();
                moods.cancel(false);
                clock.schedule(() -> {}, 200, TimeUnit.MILLISECONDS).get();
                mail.faults().becomes(Fault.OFF);
                push.faults().becomes(Fault.OFF);
                awaitAllSent(kafka.bootstrapServers());
                check(mail, push);
            }
            System.out.println("faulty providers, seed " + seed + ": " + figures);
        } catch (AssertionError e) {
            throw new AssertionError("With the seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private void change(FaultSwitch mail, FaultSwitch push) {
        for (FaultSwitch one : List.of(mail, push)) {
            Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
            if (fault == Fault.SLOW) {
                one.becomesSlow(Duration.ofMillis(300));
            } else {
                one.becomes(fault);
            }
        }
    }

    private void awaitAllSent(String brokers) {
        Set<String> wanted = told.keySet().stream().flatMap(id -> List.of(Channel.EMAIL, Channel.PUSH).stream()
                .map(channel -> id + " " + channel)).collect(Collectors.toSet());
        await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(sent(brokers))
                .containsAll(wanted));
        figures.put("notifications", told.size());
    }

    private Set<String> sent(String brokers) {
        return Logs.read(brokers).of(Log.DELIVERIES).stream()
                .filter(envelope -> envelope.event() instanceof NotificationEnded ended
                        && ended.ending() == Ending.SENT)
                .map(envelope -> (NotificationEnded) envelope.event())
                .map(ended -> ended.notification() + " " + ended.channel())
                .collect(Collectors.toSet());
    }

    /** Each person got their one notification by mail and by push, and under no other name than its own. */
    private void check(MailCatcher mail, PushReceiver push) {
        Set<String> wanted = told.keySet().stream().map(id -> "<" + id + "@attune.example>")
                .collect(Collectors.toSet());
        List<String> mails = mail.messages().stream().map(one -> String.valueOf(one.headers().get("Message-ID")))
                .toList();
        assertThat(new HashSet<>(mails)).isEqualTo(wanted);
        Map<String, Set<String>> topics = push.pushes().stream()
                .collect(Collectors.groupingBy(Push::device, Collectors.mapping(Push::topic, Collectors.toSet())));
        assertThat(topics).hasSize(PEOPLE).allSatisfy((_, names) -> assertThat(names).hasSize(1));
        figures.put("mails", mails.size());
        figures.put("mails lost", wanted.size() - new HashSet<>(mails).size());
        figures.put("mails twice, under the same Message-ID", mails.size() - wanted.size());
        figures.put("pushes", push.pushes().size());
        figures.put("pushes lost", PEOPLE - topics.size());
        figures.put("pushes twice, under the same topic", push.pushes().size() - topics.size());
        figures.put("kills", KILLS);
    }

    private ChildProcess instance(String name, Map<String, String> environment) {
        Map<String, String> own = new HashMap<>(environment);
        own.put("SERVER_PORT", Integer.toString(ports.port(name, 8083)));
        own.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.port(name, 8183)));
        return new ChildProcess(name, List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-jar", House.PROJECT.resolve(
                        "notification-service/target/notification-service-0.1.0-exec.jar").toString()),
                own, folder);
    }

    private void awaitReady(ChildProcess instance) {
        URI readiness = URI.create("http://" + Loopback.HOST + ":" + ports.port(instance.name(), 8183)
                + "/actuator/health/readiness");
        await(instance.name() + " is ready").atMost(LONG).until(() -> {
            if (!instance.isAlive()) {
                throw new AssertionError("An instance ended.\n" + instance.lastWords());
            }
            return isReady(readiness);
        });
    }

    private static boolean isReady(URI readiness) {
        try {
            return Web.get(readiness, null).status() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static Map<String, String> keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        return Map.of("ATTUNE_PUSH_PRIVATE_KEY", base64.encodeToString(keys.getPrivate().getEncoded()),
                "ATTUNE_PUSH_PUBLIC_KEY", base64.encodeToString(keys.getPublic().getEncoded()));
    }
}
