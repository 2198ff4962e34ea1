package attune.checkin.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The data files beside these classes: one entry a line, {@code key = value}, {@code #} begins a remark. */
final class Resources {

    private Resources() {}

    static List<String> lines(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the file " + name + " is missing beside attune.checkin.text");
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <K> Map<K, String> pairs(String name, Function<String, K> key) {
        Map<K, String> pairs = new HashMap<>();
        for (String line : lines(name)) {
            int at = line.indexOf(" = ");
            if (at < 0) {
                throw new IllegalStateException("a line of " + name + " is not written as 'key = value'");
            }
            pairs.put(key.apply(line.substring(0, at).strip()), line.substring(at + 3).strip());
        }
        return pairs;
    }
}
