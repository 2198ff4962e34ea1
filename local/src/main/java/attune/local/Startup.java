package attune.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

import attune.embedded.EmbeddedIdentity;
import attune.embedded.EmbeddedKafka;
import attune.embedded.EmbeddedMongo;
import attune.embedded.MailCatcher;
import attune.events.Log;

/** Starts all parts, side by side where one does not need the other, and waits until each says that it is ready. */
final class Startup {

    private static final int PARTITIONS = 12;

    private final Settings settings;
    private final Ports ports;
    private final HomeFolder folder;
    private final Parts parts;
    private final Screen screen;
    private final String sessionKey;
    private final PushKeys pushKeys;
    private volatile @Nullable Outside outside;

    Startup(Settings settings, Ports ports, HomeFolder folder, Parts parts, Screen screen) {
        this.settings = settings;
        this.ports = ports;
        this.folder = folder;
        this.parts = parts;
        this.screen = screen;
        this.sessionKey = SessionKey.in(folder);
        this.pushKeys = PushKeys.in(folder);
    }

    /** What messages leave for; there once {@link #run} has returned. */
    Outside outside() {
        return Objects.requireNonNull(outside);
    }

    /**
     * Returns when everything is ready.
     *
     * @throws StartException if a part does not start
     */
    void run() {
        ExecutorService threads = Executors
                .newCachedThreadPool(Thread.ofPlatform().daemon().name("start-", 1).factory());
        try {
            var log = CompletableFuture.supplyAsync(this::startLog, threads);
            var neighbours = CompletableFuture.runAsync(this::startNeighbours, threads);
            List<CompletableFuture<?>> started = new ArrayList<>(List.of(log, neighbours));
            started.add(CompletableFuture.runAsync(() -> start(Services.GATEWAY, Parts.Layer.FRONT_DOOR, Map.of()),
                    threads));
            for (Service service : Services.BEHIND_THE_GATEWAY) {
                started.add(log.thenAcceptBothAsync(neighbours, (catchUp, _) -> start(service, catchUp), threads));
            }
            allOrFirstFault(started).join();
        } catch (CompletionException e) {
            throw StartException.because(e);
        } finally {
            threads.shutdown();
        }
    }

    private static CompletableFuture<Object> allOrFirstFault(List<CompletableFuture<?>> parts) {
        CompletableFuture<Object> fault = new CompletableFuture<>();
        for (CompletableFuture<?> part : parts) {
            var _ = part.whenComplete((_, thrown) -> {
                if (thrown != null) {
                    fault.completeExceptionally(thrown);
                }
            });
        }
        return CompletableFuture.anyOf(fault, CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)));
    }

    private CatchUp startLog() {
        EmbeddedKafka.Settings wanted = EmbeddedKafka.Settings.in(folder.resolve("kafka")).onPort(ports.of(Door.KAFKA));
        EmbeddedKafka kafka = parts.add(Parts.Layer.LOG, "Kafka",
                EmbeddedKafka.start(settings.flushing() ? wanted.flushingEachMessage() : wanted));
        kafka.createTopics(Arrays.stream(Log.values()).map(Log::topic).toList(), PARTITIONS);
        CatchUp catchUp = CatchUp.to(kafka.bootstrapServers(), PARTITIONS);
        screen.step("Kafka", kafka.bootstrapServers());
        return catchUp;
    }

    private void startNeighbours() {
        EmbeddedMongo mongo = parts.add(Parts.Layer.DATABASE, "the database", EmbeddedMongo
                .start(EmbeddedMongo.Settings.in(folder.resolve("mongodb")).onPort(ports.of(Door.MONGODB))));
        screen.step("MongoDB", Ports.HOST + ":" + mongo.port());
        EmbeddedIdentity identity = parts.add(Parts.Layer.NEIGHBOURS, "the sign-in", EmbeddedIdentity
                .start(EmbeddedIdentity.Settings.in(folder.resolve("identity")).onPort(ports.of(Door.PROVIDER))));
        screen.step("sign-in", identity.issuer());
        MailCatcher mail = parts.add(Parts.Layer.NEIGHBOURS, "the mail catcher",
                MailCatcher.start(MailCatcher.Settings.in(folder.resolve("mail"))
                        .onPorts(ports.of(Door.SMTP), ports.of(Door.MAIL))));
        screen.step("mail catcher", mail.smtpAddress());
        outside = Outside.start(ports, parts, mail);
    }

    private void start(Service service, CatchUp catchUp) {
        ConfigurableApplicationContext context = start(service, Parts.Layer.SERVICES, outside().settings());
        if (!catchUp.await(context)) {
            screen.say("The %s still reads the log; what it shows is not complete yet.".formatted(service.name()));
        }
    }

    private ConfigurableApplicationContext start(Service service, Parts.Layer layer, Map<String, String> more) {
        ConfigurableApplicationContext context = parts.add(layer, service.name(),
                service.start(ports, sessionKey, pushKeys, more));
        Readiness.await(service, ports);
        screen.step(service.name(), ports.url(service.door()));
        return context;
    }
}
