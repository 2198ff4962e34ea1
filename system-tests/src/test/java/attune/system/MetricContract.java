package attune.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of metrics that dashboards and alerts may rely on: the table in {@code docs/operations.md}, which people
 * read and tests hold the services to.
 */
record MetricContract(Map<String, Set<String>> labels) {

    private static final Pattern ROW = Pattern
            .compile("(?m)^\\| `(\\w+)` \\| (counter|gauge|histogram|summary) \\| (.*?) \\|");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");
    private static final Pattern PART = Pattern.compile("_(?:bucket|count|sum|max)$");

    static MetricContract read(Path project) {
        try {
            Map<String, Set<String>> labels = new TreeMap<>();
            ROW.matcher(Files.readString(project.resolve("docs/operations.md"))).results()
                    .forEach(row -> labels.put(row.group(1), CODE.matcher(row.group(3)).results()
                            .map((MatchResult code) -> code.group(1)).collect(Collectors.toSet())));
            return new MetricContract(labels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The metric that a series belongs to: itself, or the histogram whose bucket, count, sum or maximum it is. */
    Optional<String> metricOf(String series) {
        String whole = PART.matcher(series).replaceFirst("");
        return labels.containsKey(series)
                ? Optional.of(series)
                : Optional.of(whole).filter(labels::containsKey);
    }
}
