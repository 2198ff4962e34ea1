package attune.system;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a Prometheus endpoint says. */
record Scrape(List<Sample> samples) {

    private static final Pattern LINE = Pattern
            .compile("(?<name>[a-zA-Z_:][\\w:]*)(?:\\{(?<labels>.*)\\})? (?<value>\\S+)(?: .*)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One series and its value. */
    record Sample(String name, Map<String, String> labels, double value) {}

    static Scrape parse(String text) {
        return new Scrape(text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).map(Scrape::sample)
                .toList());
    }

    private static Sample sample(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError("This is no sample: " + line);
        }
        Map<String, String> labels = new TreeMap<>();
        String said = matcher.group("labels");
        if (said != null) {
            LABEL.matcher(said).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return new Sample(matcher.group("name"), labels,
                Double.parseDouble(matcher.group("value").replace("Inf", "Infinity")));
    }

    Set<String> names() {
        return samples.stream().map(Sample::name).collect(Collectors.toSet());
    }

    /** The sum of all series of a name that have these labels. */
    double sum(String name, Map<String, String> labels) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .sum();
    }
}
