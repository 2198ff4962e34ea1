package attune.checkin.statements;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All rules of the statement review as the files say them.
 *
 * @param version of the rules
 * @param flags a sheet for each flag that has rules
 * @param slots a sheet for each slot
 * @param vocabulary the classes of words
 * @param guesses lists by name: a guess, and the words that lead to it
 */
record RuleBook(String version, Map<FlagName, RuleSheet> flags, Map<SlotName, RuleSheet> slots,
        Vocabulary vocabulary, Map<String, Map<String, Set<String>>> guesses) {

    private static final String FOLDER = "/statements/";

    /**
     * Reads the files of this version.
     *
     * @throws IllegalArgumentException if one is wrong, saying which line
     */
    static RuleBook read() {
        Vocabulary vocabulary = new Vocabulary(new Inflections(irregular()), classes());
        Map<FlagName, RuleSheet> flags = new EnumMap<>(FlagName.class);
        for (FlagName name : FlagName.values()) {
            flags.put(name, sheet("flags/" + name.wireName() + ".rules", vocabulary));
        }
        Map<SlotName, RuleSheet> slots = new EnumMap<>(SlotName.class);
        for (SlotName name : SlotName.values()) {
            slots.put(name, sheet("slots/" + name.wireName() + ".rules", vocabulary));
        }
        return new RuleBook(lines("version").getFirst(), flags, slots, vocabulary,
                Map.of("underneath", guesses("underneath"), "needs", guesses("needs")));
    }

    /** The sheet of a flag. */
    RuleSheet flag(FlagName name) {
        return Objects.requireNonNull(flags.get(name), name::wireName);
    }

    /** The guesses of a list. */
    Map<String, Set<String>> hints(String list) {
        return guesses.getOrDefault(list, Map.of());
    }

    private static RuleSheet sheet(String file, Vocabulary vocabulary) {
        return RuleSheetReader.read(file, lines(file), vocabulary);
    }

    private static Map<String, List<String>> classes() {
        Map<String, List<String>> classes = new LinkedHashMap<>();
        List<String> patterns = new ArrayList<>();
        for (String line : lines("words")) {
            String text = line.strip();
            if (text.startsWith("[")) {
                patterns = new ArrayList<>();
                if (classes.put(text.substring(1, text.length() - 1), patterns) != null) {
                    throw new IllegalArgumentException("the class of words " + text + " is there twice");
                }
            } else if (text.startsWith("* ")) {
                patterns.addAll(List.of(text.substring(2).split(" ", -1)));
            } else if (!text.startsWith("#")) {
                Stream.of(text.split(";", -1)).map(String::strip).filter(part -> !part.isEmpty())
                        .forEach(patterns::add);
            }
        }
        return classes;
    }

    private static Map<String, Set<String>> guesses(String file) {
        Map<String, Set<String>> guesses = new LinkedHashMap<>();
        for (String line : lines(file)) {
            int at = line.indexOf(" = ");
            if (at > 0 && !line.startsWith("#")) {
                guesses.put(line.substring(at + 3).strip(), Set.of(line.substring(0, at).split(" ", -1)));
            }
        }
        return guesses;
    }

    private static Map<String, Set<String>> irregular() {
        return lines("irregular").stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(words -> words[0], Set::of));
    }

    static List<String> lines(String file) {
        try (InputStream in = RuleBook.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalArgumentException("the file statements/" + file + " is missing");
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return reader.lines().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
