package attune.checkin.measures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import attune.checkin.files.DataFile;
import attune.checkin.files.UnusableFileException;

/** The measures that can be answered, in memory. Immutable. */
@Component
class Measures {

    private static final List<String> NAMES = List.of("safety-pulse", "phq-2", "gad-2", "hark");

    private final Map<String, Measure> byName = new LinkedHashMap<>();

    Measures() {
        for (String name : NAMES) {
            String file = "measures/" + name + ".yml";
            Measure measure = DataFile.read(file, Measure.class);
            if (!measure.name().equals(name)) {
                throw new UnusableFileException(file, "its name is not that of the file");
            }
            byName.put(name, measure);
        }
    }

    List<Measure> all() {
        return List.copyOf(byName.values());
    }

    Optional<Measure> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
