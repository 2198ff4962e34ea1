package attune.local;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.slf4j.LoggerFactory;

import attune.embedded.DemoPeople;
import attune.local.api.Api;
import attune.local.api.SignIn;
import attune.local.api.UnreachableException;

/**
 * The command behind {@code ./attune up}: starts all of Attune, says where it is, and runs until it is told to stop.
 * Ends with 1 and one sentence on standard error if it cannot start.
 */
public final class LocalAttune {

    /** Shorter than the ten seconds that were promised. */
    private static final Duration STOP_BUDGET = Duration.ofMillis(9_500);

    private static final Duration DEMO_PATIENCE = Duration.ofSeconds(20);

    private static final List<String> WITH_BROWSER = List.of("client-1", "coach-1");

    private LocalAttune() {}

    /** The command; everything else comes from the environment. */
    public static void main(String[] arguments) {
        Screen screen = new Screen(System.out, processStart());
        Parts parts = new Parts();
        try {
            start(System.getenv(), parts, screen);
            new CountDownLatch(1).await(); // until a signal ends the process
        } catch (InterruptedException _) {
            System.exit(1);
        } catch (StartException e) {
            System.err.println(e.getMessage());
            parts.close();
            System.exit(1);
        }
    }

    private static void start(Map<String, String> environment, Parts parts, Screen screen) {
        Settings settings = Settings.from(environment);
        HomeFolder folder = parts.add(Parts.Layer.FOLDER, "the data folder", HomeFolder.open(settings.data()));
        Path logFile = Logs.into(folder.resolve("logs"), environment);
        Ports ports = Ports.from(environment);
        screen.say("Attune starts; its data is in " + folder + ".");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(parts, screen), "stop"));
        Startup startup = new Startup(settings, ports, folder, parts, screen);
        run(startup);
        new RunningAttune(ports.url(Door.GATEWAY), Addresses.issuer(ports), ports.url(Door.FAULTS) + "/faults",
                ProcessHandle.current().pid()).write(folder);
        if (settings.demo()) {
            settleDemoClients(ports, startup.outside(), screen);
        }
        Welcome.show(screen, ports, logFile);
    }

    /** The person reads one sentence; the log, which is there by now, holds the rest. */
    private static void run(Startup startup) {
        try {
            startup.run();
        } catch (StartException e) {
            LoggerFactory.getLogger(LocalAttune.class).info("Attune did not start", e);
            throw e;
        }
    }

    /** Attune is of use without them: then the people at the keyboard say it themselves. */
    private static void settleDemoClients(Ports ports, Outside outside, Screen screen) {
        try (HttpClient http = Api.client()) {
            SignIn signIn = new SignIn(http, Addresses.issuer(ports));
            Api api = new Api(http, signIn, ports.url(Door.GATEWAY), DEMO_PATIENCE);
            new DemoClients(api)
                    .settle(DemoPeople.with(DemoPeople.Role.CLIENT).stream().map(DemoPeople.Person::id).toList());
            screen.step("demo clients", "consent to coach-1");
            DemoDevices devices = new DemoDevices(api, outside.push());
            WITH_BROWSER.forEach(devices::settle);
            screen.step("demo browsers", String.join(", ", WITH_BROWSER));
        } catch (UnreachableException e) {
            screen.say("The demo clients did not say what coach-1 may see: " + e.getMessage());
        }
    }

    private static long processStart() {
        Duration sinceStart = ProcessHandle.current().info().startInstant()
                .map(start -> Duration.between(start, java.time.InstantSource.system().instant()))
                .orElse(Duration.ZERO);
        return System.nanoTime() - sinceStart.toNanos();
    }

    private static void stop(Parts parts, Screen screen) {
        Thread stopping = Thread.ofPlatform().daemon().name("stop all").start(parts::close);
        screen.say("Attune stops.");
        try {
            if (!stopping.join(STOP_BUDGET)) {
                // What was acknowledged is on the log; the rest is made again at the next start.
                screen.say("Some parts took too long and were cut off; nothing is lost.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
