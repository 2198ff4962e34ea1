package attune.checkin.listening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import attune.checkin.files.UnusableFileException;

/** Reads the rule files beside these classes. Whatever is wrong with them stops the start with one sentence. */
final class RuleFiles {

    private static final List<String> NAMES = List.of("words", "context", "despair", "self-harm", "death-wish", "means",
            "farewell", "weariness", "preparations", "absence", "hurts", "violence", "control", "danger",
            "told-plainly", "told-sideways", "others", "cues");

    private final Map<String, List<String>> classes = new LinkedHashMap<>();
    private final Map<Marker, List<String>> markers = new LinkedHashMap<>();
    private final List<String> fillers = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    /** What all files say together. */
    static RuleSet read() {
        RuleFiles files = new RuleFiles();
        String version = "";
        for (String name : NAMES) {
            Section file = new Section(name + ".yaml", load(name + ".yaml"));
            version = file.text("version", version);
            files.take(file);
        }
        return new RuleSet(version, files.classes, files.markers, files.fillers, files.rules);
    }

    private void take(Section file) {
        file.lists("classes").forEach((name, phrases) -> {
            if (classes.put(name, phrases) != null) {
                throw file.fault("the class <" + name + "> is there twice");
            }
        });
        file.lists("markers").forEach((name, phrases) -> markers.put(file.constant(Marker.class, name), phrases));
        fillers.addAll(file.texts("fillers"));
        for (Section rule : file.sections("rules")) {
            Rule read = RuleReader.read(rule);
            if (rules.stream().anyMatch(other -> other.id().equals(read.id()))) {
                throw file.fault("there are two rules " + read.id());
            }
            rules.add(read);
        }
    }

    private static Object load(String name) {
        try (InputStream in = RuleFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new UnusableFileException(name, "it is not there");
            }
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return new Yaml(new SafeConstructor(options)).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
