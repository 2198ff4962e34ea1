package attune.checkin.classification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.events.RiskTier;

/** The labelled passages: our own in the folder {@code corpus}, and the development data of real people beside them. */
final class Corpus {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final double REAL = 2;
    private static final Set<String> FROM_ONESELF = Set.of("si_active", "si_passive", "plan_means", "nssi", "burden",
            "hopeless", "hopelessness", "farewell", "suicide", "self_harm", "passive_ideation");
    private static final Set<String> FROM_THE_WRITER = Set.of("homicidal", "perp_disclosure", "perpetrator",
            "own_violence");

    private final List<Passage> passages = new ArrayList<>();

    /** Our own passages, one JSON object with {@code tier}, {@code family} and {@code text} a line. */
    static List<Passage> own(Path folder) throws IOException {
        Corpus corpus = new Corpus();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList()) {
                for (JsonNode line : lines(file)) {
                    corpus.add(line.path("text").asString(), line.path("tier").asString(),
                            danger(line.path("family").asString("")), 1);
                }
            }
        }
        return corpus.passages;
    }

    /**
     * What real people asked counsellors, with the tiers that two of us gave independently (those they disagree about
     * count as unclear), and the messages of the simulated people without risk.
     */
    static List<Passage> shared(Path folder, Path labels) throws IOException {
        Map<String, String> tiers = new HashMap<>();
        for (JsonNode line : lines(labels)) {
            tiers.put(line.path("id").asString(), line.path("tier").asString());
        }
        Corpus corpus = new Corpus();
        for (JsonNode line : lines(folder.resolve("counsel-chat-questions.jsonl"))) {
            corpus.add(line.path("title").asString() + "\n" + line.path("text").asString(),
                    String.valueOf(tiers.get(line.path("id").asString())), null, REAL);
        }
        for (JsonNode line : lines(folder.resolve("vera-mh-conversations.jsonl"))) {
            if (line.path("risk").asString().equals("None")) {
                line.path("turns").valueStream().forEach(turn -> corpus.add(turn.asString(), "S0", null, REAL));
            }
        }
        return corpus.passages;
    }

    private void add(String text, String tier, @Nullable Danger danger, double weight) {
        passages.add(new Passage(text, RiskTier.valueOf(tier), danger, weight));
    }

    private static @Nullable Danger danger(String family) {
        String name = family.toLowerCase(Locale.ROOT).replace('-', '_');
        if (FROM_ONESELF.contains(name)) {
            return Danger.TO_ONESELF;
        }
        if (FROM_THE_WRITER.contains(name)) {
            return Danger.TO_ANOTHER;
        }
        return name.isEmpty() || name.equals("none") ? null : Danger.FROM_ANOTHER;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).map(MAPPER::readTree).toList();
    }
}
