package attune.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static attune.system.ComposeFile.list;
import static attune.system.ComposeFile.map;
import static attune.system.House.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

/** What is watched: every alert is explained and tested, every expression speaks of metrics that exist. */
class AlertsIT {

    private static final Path RULES = PROJECT.resolve("ops/prometheus/rules/attune.yml");
    private static final Path DASHBOARD = PROJECT.resolve("ops/grafana/dashboards/main-job.json");
    /** Words of PromQL that stand where a metric's name could stand. */
    private static final Set<String> WORDS = Set.of("sum", "rate", "increase", "by", "le", "histogram_quantile", "max",
            "vector", "absent", "unless", "or", "and", "on", "offset", "group_left", "label_values");

    private final MetricContract contract = MetricContract.read(PROJECT);

    @Test
    void explainsEveryAlert() {
        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> {
            String name = String.valueOf(alert.get("alert"));
            assertThat(map(alert.get("labels")).get("severity")).as(name).isIn("page", "ticket");
            Map<String, Object> annotations = map(alert.get("annotations"));
            assertThat(String.valueOf(annotations.get("summary"))).as(name).hasSizeGreaterThan(10);
            assertThat(annotations).as(name).containsEntry("runbook_url", "docs/runbooks/" + name + ".md");
            assertThat(PROJECT.resolve("docs/runbooks/" + name + ".md")).exists().content()
                    .startsWith("# " + name).contains("## What it means", "## Who feels it", "## Look", "## Do");
        });
        try (Stream<Path> runbooks = Files.list(PROJECT.resolve("docs/runbooks"))) {
            assertThat(runbooks).hasSameSizeAs(alerts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void testsEveryAlertFiringAndQuietAndWithoutData() throws IOException {
        Set<String> firing = new TreeSet<>();
        Set<String> quiet = new TreeSet<>();
        Set<String> withoutData = new TreeSet<>();
        for (Path file : tests()) {
            for (Object test : every(yaml(file).get("tests"))) {
                boolean noData = list(map(test).get("input_series")).isEmpty();
                for (Object one : every(map(test).get("alert_rule_test"))) {
                    String name = String.valueOf(map(one).get("alertname"));
                    boolean fires = !list(map(one).get("exp_alerts")).isEmpty();
                    (noData ? withoutData : fires ? firing : quiet).add(name);
                }
            }
        }

        Set<String> names = new TreeSet<>();
        alerts().forEach(alert -> names.add(String.valueOf(alert.get("alert"))));
        assertThat(firing).isEqualTo(names);
        assertThat(quiet).isEqualTo(names);
        assertThat(withoutData).isEqualTo(names);
    }

    @Test
    void speaksOnlyOfMetricsOfTheContract() throws IOException {
        for (String expression : expressions()) {
            for (String name : metrics(expression)) {
                assertThat(contract.metricOf(name)).as("%s in %s", name, expression).isPresent();
            }
        }
    }

    @Test
    void passesTheChecksOfPrometheus(@TempDir Path folder) throws IOException, InterruptedException {
        Optional<Path> promtool = promtool();
        Assumptions.assumeTrue(promtool.isPresent(),
                "promtool is not installed, so the alerts are not run (Debian: apt-get install prometheus)");
        String tool = promtool.orElseThrow().toString();

        passes(tool, "check", "config", PROJECT.resolve("ops/prometheus/prometheus.yml").toString());
        List<String> test = new ArrayList<>(List.of(tool, "test", "rules"));
        tests().forEach(file -> test.add(file.toString()));
        passes(test.toArray(String[]::new));
        passes(tool, "check", "rules", dashboardAsRules(folder).toString());
    }

    /** Every expression of the dashboard as a rule, so that promtool parses it. */
    private static Path dashboardAsRules(Path folder) throws IOException {
        StringBuilder rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
        int number = 0;
        for (String expression : dashboardExpressions()) {
            String plain = expression.replace("$__rate_interval", "5m").replace("$service", ".*");
            rules.append("      - record: dashboard:expression:").append(number++).append("\n        expr: '")
                    .append(plain.replace("'", "''")).append("'\n");
        }
        return Files.writeString(folder.resolve("dashboard.yml"), rules);
    }

    private static void passes(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Optional<Path> promtool() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Names that an expression asks for: identifiers outside of labels, strings, groupings and functions. */
    private static Set<String> metrics(String expression) {
        String bare = expression.replaceAll("\"[^\"]*\"", "").replaceAll("\\{[^}]*\\}", "")
                .replaceAll("\\[[^\\]]*\\]", "").replaceAll("(?:by|on|group_left) ?\\([^)]*\\)", "")
                .replaceAll("offset \\w+", "").replaceAll("label_values\\((.*), \\w+\\)", "$1");
        Set<String> names = new TreeSet<>();
        Pattern.compile("[a-zA-Z_:][\\w:]*").matcher(bare).results().map(match -> match.group())
                .filter(name -> !WORDS.contains(name) && !name.startsWith("slo:"))
                .forEach(names::add);
        return names;
    }

    private static List<String> expressions() throws IOException {
        List<String> all = new ArrayList<>(dashboardExpressions());
        rules().forEach(rule -> all.add(String.valueOf(rule.get("expr"))));
        return all;
    }

    private static List<String> dashboardExpressions() throws IOException {
        JsonNode dashboard = new JsonMapper().readTree(Files.readString(DASHBOARD));
        assertThat(dashboard.path("uid").asString()).isEqualTo("attune-main-job");
        assertThat(Files.readString(DASHBOARD)).contains("\"uid\": \"${datasource}\"")
                .doesNotContain("attune-prometheus");
        return dashboard.findValuesAsString("expr");
    }

    private static List<Map<String, Object>> alerts() {
        return rules().stream().filter(rule -> rule.containsKey("alert")).toList();
    }

    private static List<Map<String, Object>> rules() {
        return every(yaml(RULES).get("groups")).stream()
                .flatMap(group -> every(map(group).get("rules")).stream())
                .map(ComposeFile::map)
                .toList();
    }

    private static List<Path> tests() throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.resolve("ops/prometheus/tests"))) {
            return files.sorted().toList();
        }
    }

    private static List<?> every(@Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    private static Map<String, Object> yaml(Path file) {
        try {
            return new Yaml().load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
