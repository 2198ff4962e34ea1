package attune.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.embedded.DemoPeople;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What operators see: metrics, health and logs that tell the truth, and nothing of what people say or who they are. */
@ExtendWith(SharedHouse.class)
class WatchingIT {

    private static final String MARKER = "Quetzalcoatl";
    private static final List<String> STAGES = List.of("accepted", "consumed", "suggested", "planned", "attempted",
            "feed");
    /** On top of what the contract lists for our own metrics. */
    private static final Set<String> LABELS = Set.of("le", "quantile", "application", "service");
    private static final int MOST_SERIES = 4_000;
    private static final Pattern PERSON = Pattern.compile("\\b(?:client|coach|ops)-\\d+\\b");

    private final House house;
    private final MetricContract contract = MetricContract.read(House.PROJECT);

    WatchingIT(House house) {
        this.house = house;
    }

    @Test
    void countsTheMainJobByTheMetricsOfTheContract() throws IOException {
        doTheMainJob(Visitor.newcomer(house));

        for (String stage : STAGES) {
            await("the stage " + stage).atMost(House.LONG).until(() -> all().sum("attune_event_stage_seconds_count",
                    Map.of("stage", stage)) > 0);
        }
        for (String service : house.services()) {
            Set<String> names = scrape(service).names();
            assertThat(names).as(service).contains("http_server_requests_seconds_count", "jvm_memory_used_bytes");
            names.stream().filter(name -> name.startsWith("attune_"))
                    .forEach(name -> assertThat(contract.metricOf(name))
                            .as("%s of %s stands in docs/operations.md", name, service).isPresent());
        }
        Set<String> missing = new TreeSet<>(contract.labels().keySet());
        all().names().forEach(name -> contract.metricOf(name).ifPresent(missing::remove));
        // Come into being when something goes wrong, when a stream comes back, or when a coach judged a finding.
        missing.removeAll(Set.of("attune_dlq_in_total", "attune_fold_rebuilds_total", "attune_feed_resume_total",
                "attune_safety_precision", "attune_safety_recall", "attune_safety_verdicts"));
        missing.removeIf(name -> !name.startsWith("attune_"));
        assertThat(missing).as("metrics of the contract that no service has").isEmpty();
    }

    @Test
    void putsNobodyAndNoTextIntoLabels() throws IOException {
        doTheMainJob(Visitor.newcomer(house));

        for (String service : house.services()) {
            Scrape scrape = scrape(service);
            assertThat(scrape.samples()).as(service).hasSizeLessThan(MOST_SERIES);
            for (Scrape.Sample sample : scrape.samples()) {
                assertThat(sample.labels().values())
                        .as("%s %s", sample.name(), sample.labels())
                        .noneMatch(value -> PERSON.matcher(value).find() || value.contains(MARKER) || isUuid(value));
                Optional<String> metric = contract.metricOf(sample.name());
                if (metric.isPresent() && metric.get().startsWith("attune_")) {
                    Set<String> allowed = new HashSet<>(LABELS);
                    allowed.addAll(contract.labels().getOrDefault(metric.get(), Set.of()));
                    assertThat(allowed).as(sample.name()).containsAll(sample.labels().keySet());
                }
            }
        }
    }

    private static boolean isUuid(String value) {
        return value.matches(".*[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}.*");
    }

    @Test
    void saysItIsNotReadyWhileItsDatabaseIsAway() throws IOException, InterruptedException {
        assertThat(healthCheck("checkin-service")).isZero();

        house.process(House.DATABASE).kill();
        await("not ready").atMost(House.LONG).until(() -> !house.isReady("checkin-service"));

        assertThat(healthCheck("checkin-service")).isNotZero();
        assertThat(Web.get(house.management("checkin-service", "/actuator/health/liveness"), null).status())
                .as("alive all the same: a restart would not mend the database").isEqualTo(200);

        house.process(House.DATABASE).start();
        house.awaitReady(House.DATABASE);
        house.services().forEach(house::awaitReady);
        for (String service : house.services()) {
            assertThat(healthCheck(service)).as(service).isZero();
        }
    }

    /** Runs the command that the compose file gives, as the container engine would. */
    private int healthCheck(String service) throws IOException, InterruptedException {
        List<String> command = house.compose().ours().stream().filter(one -> one.name().equals(service)).findFirst()
                .orElseThrow().healthCheck();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(house.process(service).environment());
        Process check = builder.start();
        assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return check.exitValue();
    }

    @Test
    void logsInJsonAndNamesNobody() throws IOException {
        Visitor client = Visitor.newcomer(house);
        doTheMainJob(client);
        client.put("/check-ins/not-an-id", Visitor.checkIn(9, MARKER));

        for (String service : house.services()) {
            List<String> lines = house.process(service).output().lines().toList();
            assertThat(lines).as(service).noneMatch(line -> line.contains(MARKER));
            // Their own names stand in the log lines of Spring; a person's never does.
            List<String> people = DemoPeople.all().stream().map(DemoPeople.Person::id).toList();
            assertThat(lines).as(service).noneMatch(line -> PERSON.matcher(line).results()
                    .anyMatch(found -> people.contains(found.group())));
            List<String> notJson = new ArrayList<>();
            lines.stream().filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS")).forEach(line -> {
                if (!isJson(line)) {
                    notJson.add(line);
                }
            });
            assertThat(notJson).as("lines of " + service + " that are no JSON").isEmpty();
        }
    }

    private static boolean isJson(String line) {
        try {
            return new JsonMapper().readTree(line).isObject();
        } catch (RuntimeException _) {
            return false;
        }
    }

    private void doTheMainJob(Visitor client) throws IOException {
        client.consent();
        client.wantMail();
        client.put("/conflicts/" + Visitor.id(), Visitor.heatedConflict("It was about " + MARKER)).expecting(201);
        client.put("/check-ins/" + Visitor.id(), Visitor.checkIn(2, MARKER)).expecting(201);
        client.put("/check-ins/" + Visitor.id(), Map.of("mood", 9, "note", MARKER)).expecting(400);
        await("a mail").atMost(House.LONG).until(() -> Web.get(house.mails(), null).body()
                .contains(client.mailAddress()));
        Visitor coach = new Visitor(house, "coach-1");
        await("the feed").atMost(House.LONG)
                .until(() -> coach.all("/clients/" + client.person() + "/feed").size() >= 3);
    }

    private Scrape scrape(String service) throws IOException {
        return Scrape.parse(Web.get(house.management(service, "/actuator/prometheus"), null).expecting(200).body());
    }

    private Scrape all() throws IOException {
        List<Scrape.Sample> samples = new ArrayList<>();
        for (String service : house.services()) {
            samples.addAll(scrape(service).samples());
        }
        return new Scrape(samples);
    }

    @Test
    void tellsHealthWithoutASecret() throws IOException {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (String service : house.services()) {
            JsonNode health = Web.get(house.management(service, "/actuator/health"), null).json();
            assertThat(health.path("status").asString()).as(service).isEqualTo("UP");
            bodies.put(service, health.toString());
            assertThat(Web.get(house.management(service, "/actuator/env"), null).status()).as(service).isEqualTo(404);
            assertThat(Web.get(house.management(service, "/actuator/heapdump"), null).status()).as(service)
                    .isEqualTo(404);
        }
        assertThat(bodies.values()).noneMatch(body -> House.secrets().values().stream().anyMatch(body::contains));
    }
}
