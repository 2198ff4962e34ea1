package attune.checkin.statements;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Statements that people labelled by reading, beside these tests. */
final class LabelledStatements {

    private LabelledStatements() {}

    /** A statement with its flags, and with its slots where somebody graded them. */
    record Labelled(String text, Set<FlagName> flags, @Nullable Map<SlotName, Integer> slots) {}

    /** Two wordings of which any counsellor would take the second. */
    record Pair(String worse, String better) {}

    static List<Labelled> statements(String file) {
        return lines(file).stream().map(LabelledStatements::labelled).toList();
    }

    static List<Pair> pairs(String file) {
        return lines(file).stream()
                .map(line -> new Pair(line.get("worse").asString(), line.get("better").asString()))
                .toList();
    }

    private static Labelled labelled(JsonNode line) {
        Set<FlagName> flags = EnumSet.noneOf(FlagName.class);
        line.get("flags").forEach(flag -> flags.add(FlagName.of(flag.asString())));
        JsonNode graded = line.get("slots");
        if (graded == null) {
            return new Labelled(line.get("text").asString(), flags, null);
        }
        Map<SlotName, Integer> slots = new EnumMap<>(SlotName.class);
        for (SlotName name : SlotName.values()) {
            slots.put(name, graded.get(name.wireName()).asInt());
        }
        return new Labelled(line.get("text").asString(), flags, slots);
    }

    private static List<JsonNode> lines(String file) {
        JsonMapper json = new JsonMapper();
        InputStream in = Objects.requireNonNull(
                LabelledStatements.class.getResourceAsStream("/statements/" + file), file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).map(json::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
