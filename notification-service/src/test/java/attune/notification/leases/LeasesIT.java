package attune.notification.leases;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import attune.embedded.EmbeddedMongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Leases on a real connection to a wire server. */
class LeasesIT {

    private static final LeaseSettings SETTINGS = new LeaseSettings(Duration.ofSeconds(3));
    private static final Set<Integer> ALL = IntStream.range(0, 12).boxed().collect(Collectors.toSet());
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private EmbeddedMongo mongo;
    private MongoClient client;

    @BeforeEach
    void connect() {
        mongo = EmbeddedMongo.start(EmbeddedMongo.Settings.in(folder));
        client = MongoClients.create(mongo.connectionString("leases"));
    }

    @AfterEach
    void disconnect() {
        assertThat(mongo.strayCommands()).isEmpty();
        client.close();
        mongo.close();
    }

    @Test
    void passFromOneInstanceToAnother() {
        Leases one = instance("one");
        Leases other = instance("other");
        one.want(ALL, Set.of());
        await().atMost(LONG).until(() -> held(one).equals(ALL));

        other.want(ALL, Set.of());
        one.want(Set.of(0, 1, 2), Set.of());
        await().atMost(LONG).until(() -> held(other).size() == 9 && held(one).equals(Set.of(0, 1, 2)));

        one.want(Set.of(), Set.of());
        one.stop();
        await().atMost(LONG).until(() -> held(other).equals(ALL));
        assertThat(held(one)).isEmpty();
        other.stop();
    }

    @Test
    void areTakenFromWhoSaysNothingAnyMore() {
        LeaseBook silent = new LeaseBook("silent", SETTINGS, System::nanoTime);
        LeaseStore store = new LeaseStore(client.getDatabase("leases"), LONG);
        for (int i = 0; i < 2; i++) {
            store.write(silent.begin(new LeaseBook.Wish(ALL, Set.of())));
            silent.end(ALL, store.find(ALL));
        }
        assertThat(silent.count()).isEqualTo(12);

        Leases other = instance("other");
        other.want(ALL, Set.of());

        await().atMost(LONG).until(() -> held(other).equals(ALL));
        assertThat(silent.count()).isZero();
        other.stop();
    }

    @Test
    void runOutWhileTheDatabaseIsAwayAndGoOnAfterwards() {
        Leases leases = instance("one");
        leases.want(ALL, Set.of());
        await().atMost(LONG).until(() -> held(leases).equals(ALL));
        Lease first = leases.of(0).orElseThrow();

        mongo.close();
        await().atMost(LONG).until(() -> held(leases).isEmpty());

        mongo = EmbeddedMongo.start(EmbeddedMongo.Settings.in(folder).onPort(mongo.port()));
        await().atMost(LONG).until(() -> held(leases).equals(ALL));
        assertThat(first.isHeld()).as("nobody else had it").isTrue();
        leases.stop();
    }

    private Leases instance(String name) {
        Leases leases = new Leases(new LeaseBook(name, SETTINGS, System::nanoTime),
                new LeaseStore(client.getDatabase("leases"), SETTINGS.renewal()), SETTINGS, ALL.size(),
                new SimpleMeterRegistry());
        leases.start();
        return leases;
    }

    private static Set<Integer> held(Leases leases) {
        return ALL.stream().filter(partition -> leases.of(partition).isPresent()).collect(Collectors.toSet());
    }
}
