package attune.checkin.statements;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a sheet of rules, line by line: the first word of a line says what it is. */
final class RuleSheetReader {

    private final String file;
    private final Vocabulary vocabulary;
    private final Map<String, String> says = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    private RuleSheetReader(String file, Vocabulary vocabulary) {
        this.file = file;
        this.vocabulary = vocabulary;
    }

    /**
     * The sheet of a file.
     *
     * @throws IllegalArgumentException if a line cannot be read, saying which
     */
    static RuleSheet read(String file, List<String> lines, Vocabulary vocabulary) {
        RuleSheetReader reader = new RuleSheetReader(file, vocabulary);
        List<String> block = new ArrayList<>();
        int number = 0;
        int first = 0;
        for (String line : lines) {
            number++;
            if (line.startsWith("rule ")) {
                reader.take(block, first);
                block.clear();
                first = number;
            }
            block.add(line.strip());
        }
        reader.take(block, first);
        String kind = reader.says.containsKey("flag") ? "flag" : "slot";
        String name = reader.says.get(kind);
        if (name == null) {
            throw new IllegalArgumentException(file + " does not say which flag or slot it is about");
        }
        return new RuleSheet(kind, name, Double.parseDouble(reader.says.getOrDefault("weight", "0")),
                Map.copyOf(reader.says), List.copyOf(reader.rules));
    }

    private void take(List<String> block, int number) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (String line : block) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                int gap = line.indexOf(' ');
                if (gap < 0) {
                    throw new IllegalArgumentException(
                            file + ", rule at line " + number + ": '" + line + "' says nothing");
                }
                lines.computeIfAbsent(line.substring(0, gap), _ -> new ArrayList<>()).add(line.substring(gap).strip());
            }
        }
        List<String> name = lines.get("rule");
        if (name != null) {
            rules.add(rule(name.getFirst(), lines, number));
        } else {
            lines.forEach((key, values) -> says.put(key, values.getFirst()));
        }
    }

    private Rule rule(String name, Map<String, List<String>> lines, int number) {
        try {
            return new Rule(name, Double.parseDouble(lines.getOrDefault("grade", List.of("1")).getFirst()),
                    patterns(lines, "when"), patterns(lines, "unless"), lines.getOrDefault("hits", List.of()),
                    lines.getOrDefault("spares", List.of()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ", rule " + name + " at line " + number + ": " + e.getMessage(),
                    e);
        }
    }

    private List<Pattern> patterns(Map<String, List<String>> lines, String key) {
        return lines.getOrDefault(key, List.of()).stream().map(line -> PatternReader.read(line, vocabulary)).toList();
    }
}
