package attune.bench.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import attune.bench.contest.Contender;
import attune.bench.contest.Goal;
import attune.bench.contest.Metric;
import attune.bench.contest.Result;
import attune.bench.contest.Showing;
import attune.bench.process.Java;

/** How long a service takes from the start of its process to ready, with an AOT cache and without. */
final class Start implements Scenario {

    private static final Duration TRAINING = Duration.ofMinutes(3);

    @Override
    public String title() {
        return "start";
    }

    @Override
    public List<String> goals() {
        return List.of("G12");
    }

    @Override
    public String what() {
        return "start of checkin-service with an AOT cache / without";
    }

    @Override
    public List<Result> run(Lab lab) throws IOException, Missing {
        lab.require("checkin-service");
        try (House house = House.open(lab)) {
            Path jar = extracted(lab, lab.jar("checkin-service"));
            Path cache = jar.resolveSibling("checkin-service.aot");
            train(lab, house, jar, cache);
            return List.of(lab.contest()
                    .run(Goal.ofRatio("G12", what(), Metric.START, 0.55, 0.40),
                            start("without", lab, house, Java.jar(jar, Java.SERVER_FLAGS)),
                            // Mode "on" ends the process when the cache does not fit instead of going on without it.
                            start("with AOT cache", lab, house,
                                    Java.jar(jar, flags("-XX:AOTCache=" + cache, "-XX:AOTMode=on")))));
        }
    }

    private static Contender start(String name, Lab lab, House house, List<String> command) {
        return Contender.of(name, _ -> {
            House.Room room = house.room("checkin-service", command, Map.of());
            lab.stop(room.process());
            return Showing.of(Metric.START, room.took().toMillis() / 1e3);
        });
    }

    // A fat jar cannot be cached: its classes come from a class loader of Spring Boot's own.
    private static Path extracted(Lab lab, Path jar) throws IOException {
        Path folder = lab.folder("extracted");
        lab.runToEnd("extract", Java.tools(jar, "extract", "--force", "--destination", folder));
        return folder.resolve(jar.getFileName());
    }

    // Trained with exactly the flags it will run with; a cache that was trained with others is refused.
    private static void train(Lab lab, House house, Path jar, Path cache) throws IOException {
        House.Room room = house.room("checkin-service",
                Java.jar(jar, flags("-XX:AOTCacheOutput=" + cache)), Map.of());
        room.process().end(TRAINING);
        lab.stop(room.process());
        if (!Files.isRegularFile(cache)) {
            throw new IOException("The training run left no cache behind:\n" + room.process().output());
        }
    }

    private static List<String> flags(String... more) {
        List<String> flags = new ArrayList<>(Java.SERVER_FLAGS);
        flags.addAll(List.of(more));
        return flags;
    }
}
