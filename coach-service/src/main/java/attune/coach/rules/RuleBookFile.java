package attune.coach.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a rule book from a file of the class path and checks it. Strict: whatever is unknown or missing is a fault. */
public final class RuleBookFile {

    /** The rule book in force. Older ones stay where they are: events name the version that made them. */
    public static final String IN_FORCE = "rules/2026-11-2.yml";

    private static final List<String> OLDER = List.of("rules/2026-11-1.yml");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private RuleBookFile() {}

    /**
     * Reads the rule book in force.
     *
     * @throws UnusableRuleBookException if there is a fault in it
     */
    public static RuleBook inForce() {
        return read(IN_FORCE);
    }

    /**
     * Reads all rule books, by their versions: a proposal is looked up in the one that made it.
     *
     * @throws UnusableRuleBookException if there is a fault in one
     */
    public static Map<String, RuleBook> all() {
        return Stream.concat(OLDER.stream(), Stream.of(IN_FORCE)).map(RuleBookFile::read)
                .collect(Collectors.toUnmodifiableMap(RuleBook::version, Function.identity()));
    }

    private static RuleBook read(String file) {
        try (InputStream content = RuleBookFile.class.getClassLoader().getResourceAsStream(file)) {
            return read(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RuleBook read(String file, @Nullable InputStream content) {
        if (content == null) {
            throw new UnusableRuleBookException(file, "it is not there");
        }
        try {
            Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
            withKinds(yaml);
            Contents contents = MAPPER.convertValue(yaml, Contents.class);
            if (contents == null) {
                throw new UnusableRuleBookException(file, "it is empty");
            }
            new RuleBookCheck(file, contents).run();
            return new RuleBook(contents);
        } catch (YAMLException e) {
            throw new UnusableRuleBookException(file, firstLine(e) + ", which is no YAML");
        } catch (JacksonException e) {
            throw new UnusableRuleBookException(file, e.getOriginalMessage().split(" \\(|;", 2)[0] + " at " + path(e));
        }
    }

    /** The first rule book only knew whether a card was for couples. */
    private static void withKinds(@Nullable Object yaml) {
        switch (yaml) {
            case Map<?, ?> map -> {
                withKind(map);
                map.values().forEach(RuleBookFile::withKinds);
            }
            case List<?> list -> list.forEach(RuleBookFile::withKinds);
            case null, default -> {
            }
        }
    }

    @SuppressWarnings("unchecked") // YAML has no other keys than names here
    private static void withKind(Map<?, ?> card) {
        if (card.remove("couple") instanceof Boolean couple) {
            ((Map<String, Object>) card).put("kind", couple ? "dyadic" : "individual");
        }
    }

    private static String path(JacksonException fault) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : fault.getPath()) {
            String name = step.getPropertyName();
            path.append(name == null ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + name);
        }
        return path.toString();
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("it");
    }
}
