package attune.checkin.statements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes of words that rules are made of, each under a name. A class may use others. */
final class Vocabulary {

    private final Inflections inflections;
    private final Map<String, List<String>> written;
    private final Map<String, Pattern> classes = new HashMap<>();
    private final Set<String> inReading = new HashSet<>();
    private final Set<String> all = new HashSet<>();

    /**
     * Reads all classes.
     *
     * @param written the patterns of each class, any of which may stand for it
     * @throws IllegalArgumentException if one cannot be read, saying which
     */
    Vocabulary(Inflections inflections, Map<String, List<String>> written) {
        this.inflections = inflections;
        this.written = Map.copyOf(written);
        written.keySet().forEach(this::find);
    }

    /** A word; with {@code ~} behind it all its forms as a verb. */
    Pattern.OneOf word(String word) {
        Set<String> forms = word.endsWith("~")
                ? Set.copyOf(inflections.of(word.substring(0, word.length() - 1)))
                : Set.of(word);
        all.addAll(forms);
        return new Pattern.OneOf(forms);
    }

    /** All words that rules ask for. */
    Set<String> words() {
        return Set.copyOf(all);
    }

    /** A class. */
    Pattern find(String name) {
        Pattern known = classes.get(name);
        if (known != null) {
            return known;
        }
        List<String> patterns = written.get(name);
        if (patterns == null) {
            throw new IllegalArgumentException("there is no class of words named " + name);
        }
        if (!inReading.add(name)) {
            throw new IllegalArgumentException("the class of words " + name + " is made of itself");
        }
        Pattern read = anyOf(patterns);
        classes.put(name, read);
        return read;
    }

    private Pattern anyOf(List<String> patterns) {
        Set<String> single = new HashSet<>();
        List<Pattern> options = new ArrayList<>();
        for (String pattern : patterns) {
            Pattern read = PatternReader.read(pattern, this);
            if (read instanceof Pattern.OneOf(Set<String> forms)) {
                single.addAll(forms);
            } else {
                options.add(read);
            }
        }
        if (!single.isEmpty()) {
            options.add(new Pattern.OneOf(Set.copyOf(single)));
        }
        return options.size() == 1 ? options.getFirst() : new Pattern.Choice(List.copyOf(options));
    }
}
