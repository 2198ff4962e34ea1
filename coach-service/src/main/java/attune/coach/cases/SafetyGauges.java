package attune.coach.cases;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import attune.coach.cases.FamilyVerdicts.One;
import attune.eventlog.documents.Documents;
import attune.events.RiskFamily;
import attune.events.RiskTier;

/**
 * What operators watch, read from the documents every few seconds; every instance shows the whole. No label names a
 * person.
 *
 * <pre>
 *   attune_safety_clients{tier}               clients at S1, S2 and S3
 *   attune_safety_cases_open{tier,state}      open cases, waiting or acknowledged
 *   attune_safety_cases_overdue{tier}         cases that nobody acknowledged in time
 *   attune_safety_cases_unattended            open cases with nobody on their ladder
 *   attune_safety_precision{family}           of what the rules raised and coaches judged, the part that was true
 *   attune_safety_recall{family}              of what coaches found true, the part that the rules had raised
 *   attune_safety_verdicts{family,what}       how many verdicts these rest on: hit, false-alarm and miss
 * </pre>
 */
public final class SafetyGauges implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final List<RiskTier> TIERS = List.of(RiskTier.S1, RiskTier.S2, RiskTier.S3);

    private final Documents documents;
    private final Clock clock;
    private final int partitions;
    private final MultiGauge clients;
    private final MultiGauge open;
    private final MultiGauge overdue;
    private final MultiGauge unattended;
    private final MultiGauge precision;
    private final MultiGauge recall;
    private final MultiGauge verdicts;
    private @Nullable Disposable timer;

    public SafetyGauges(Documents documents, MeterRegistry registry, Clock clock, int partitions) {
        this.documents = documents;
        this.clock = clock;
        this.partitions = partitions;
        this.clients = gauge(registry, "attune.safety.clients", "Clients who need care, by tier");
        this.open = gauge(registry, "attune.safety.cases.open", "Open cases");
        this.overdue = gauge(registry, "attune.safety.cases.overdue", "Cases that nobody acknowledged in time");
        this.unattended = gauge(registry, "attune.safety.cases.unattended", "Open cases with nobody on their ladder");
        this.precision = gauge(registry, "attune.safety.precision", "Part of the raised findings that was true");
        this.recall = gauge(registry, "attune.safety.recall", "Part of the true findings that was raised");
        this.verdicts = gauge(registry, "attune.safety.verdicts", "Verdicts of coaches on findings");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    @Override
    public void start() {
        timer = Flux.interval(Duration.ZERO, EVERY).onBackpressureDrop().concatMap(_ -> refresh(), 1).subscribe();
    }

    @Override
    public void stop() {
        Disposable running = timer;
        timer = null;
        if (running != null) {
            running.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    /** A database that is away leaves the gauges as they were; another metric tells of that. */
    private Mono<Void> refresh() {
        List<String> parts = IntStream.range(0, partitions).mapToObj(String::valueOf).toList();
        List<String> families = IntStream.range(0, partitions).boxed().flatMap(partition -> Stream
                .of(RiskFamily.values()).map(family -> FamilyVerdicts.id(partition, family))).toList();
        return Mono.zip(documents.findAll(SafetyTally.KIND, parts), documents.findAll(OpenCases.KIND, parts),
                documents.findAll(FamilyVerdicts.KIND, families))
                .doOnNext(found -> {
                    showClients(found.getT1().values());
                    showCases(found.getT2().values().stream().flatMap(part -> part.cases().stream()).toList());
                    showVerdicts(found.getT3());
                })
                .then()
                .onErrorComplete();
    }

    private void showClients(Collection<SafetyTally> tallies) {
        clients.register(TIERS.stream().map(tier -> Row.of(tags(tier), tallies.stream()
                .mapToInt(tally -> tally.clients().getOrDefault(tier.wireName(), 0)).sum())).toList(), true);
    }

    private void showCases(List<OpenCases.One> cases) {
        List<Row<?>> states = new ArrayList<>();
        List<Row<?>> late = new ArrayList<>();
        for (RiskTier tier : TIERS) {
            List<OpenCases.One> ofTier = cases.stream().filter(one -> one.tier().known() == tier).toList();
            long acknowledged = ofTier.stream().filter(OpenCases.One::acknowledged).count();
            states.add(Row.of(tags(tier).and("state", "acknowledged"), acknowledged));
            states.add(Row.of(tags(tier).and("state", "waiting"), ofTier.size() - acknowledged));
            late.add(Row.of(tags(tier), ofTier.stream().filter(one -> one.isOverdue(clock.instant())).count()));
        }
        open.register(states, true);
        overdue.register(late, true);
        unattended.register(List.of(Row.of(Tags.empty(),
                cases.stream().filter(one -> one.ladder().isEmpty() && !one.acknowledged()).count())), true);
    }

    private void showVerdicts(Map<String, FamilyVerdicts> found) {
        Map<String, List<One>> byFamily = new TreeMap<>();
        found.forEach((id, part) -> byFamily.computeIfAbsent(id.substring(id.indexOf('/') + 1), _ -> new ArrayList<>())
                .addAll(part.verdicts()));
        List<Row<?>> counts = new ArrayList<>();
        List<Row<?>> precise = new ArrayList<>();
        List<Row<?>> recalled = new ArrayList<>();
        byFamily.forEach((family, all) -> {
            Tags tags = Tags.of("family", family);
            long hits = all.stream().filter(One::isHit).count();
            long alarms = all.stream().filter(One::isFalseAlarm).count();
            long misses = all.stream().filter(One::isMiss).count();
            counts.addAll(
                    List.of(Row.of(tags.and("what", "hit"), hits), Row.of(tags.and("what", "false-alarm"), alarms),
                            Row.of(tags.and("what", "miss"), misses)));
            ratio(hits, alarms).forEach(value -> precise.add(Row.of(tags, value)));
            ratio(hits, misses).forEach(value -> recalled.add(Row.of(tags, value)));
        });
        verdicts.register(counts, true);
        precision.register(precise, true);
        recall.register(recalled, true);
    }

    /** Nothing to show where nobody has judged anything. */
    private static Set<Double> ratio(long good, long bad) {
        return good + bad == 0 ? Set.of() : Set.of((double) good / (good + bad));
    }

    private static Tags tags(RiskTier tier) {
        return Tags.of("tier", tier.wireName());
    }
}
