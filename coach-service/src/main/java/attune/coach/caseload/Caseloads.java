package attune.coach.caseload;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.coach.caseload.Attention.Reason;
import attune.coach.client.Caseload;
import attune.coach.client.ClientDocuments;
import attune.coach.client.Overview;
import attune.coach.gate.GateFold;
import attune.coach.gate.GateState;
import attune.coach.suggestions.WaitingSuggestions;
import attune.eventlog.EventLogProperties;
import attune.eventlog.documents.Documents;
import attune.events.PersonId;

/** The clients of coaches, those first who need attention most. */
@Component
class Caseloads {

    private static final Comparator<Ranked> NEEDIEST_FIRST = Comparator.comparingInt(Ranked::need).reversed()
            .thenComparing(ranked -> ranked.row().client().value());

    private final Documents documents;
    private final Clock clock;
    private final int partitions;

    Caseloads(Documents documents, Clock clock, EventLogProperties properties) {
        this.documents = documents;
        this.clock = clock;
        this.partitions = properties.partitions();
    }

    private record Ranked(int need, CaseloadRow row) {}

    /** The clients whose consent names this coach at this moment. */
    Mono<List<CaseloadRow>> of(PersonId coach) {
        List<String> parts = IntStream.range(0, partitions)
                .mapToObj(partition -> ClientDocuments.caseloadId(coach, partition)).toList();
        return documents.findAll(ClientDocuments.CASELOADS, parts)
                .map(found -> found.values().stream().map(Caseload::clients).flatMap(Collection::stream)
                        .map(PersonId::value).toList())
                .flatMap(clients -> Mono.zip(documents.findAll(ClientDocuments.OVERVIEWS, clients),
                        documents.findAll(WaitingSuggestions.KIND, clients),
                        documents.findAll(GateFold.STATES, clients)))
                .map(found -> rows(coach, found.getT1(), found.getT2(), found.getT3()));
    }

    private List<CaseloadRow> rows(PersonId coach, Map<String, Overview> overviews,
            Map<String, WaitingSuggestions> waiting, Map<String, GateState> gates) {
        Instant now = clock.instant();
        return overviews.entrySet().stream()
                .flatMap(entry -> row(coach, PersonId.of(entry.getKey()), entry.getValue(),
                        waiting.getOrDefault(entry.getKey(), WaitingSuggestions.NONE),
                        gates.getOrDefault(entry.getKey(), GateState.INITIAL), now).stream())
                .sorted(NEEDIEST_FIRST)
                .map(Ranked::row)
                .toList();
    }

    private static Optional<Ranked> row(PersonId coach, PersonId client, Overview overview,
            WaitingSuggestions suggestions, GateState care, Instant now) {
        return overview.scopesOf(coach).map(scopes -> {
            int waiting = suggestions.count(scopes, now);
            List<Reason> reasons = Attention.reasons(overview, care, scopes, waiting, now);
            return new Ranked(reasons.stream().mapToInt(Reason::weight).sum(),
                    CaseloadRow.of(client, overview, care, scopes, waiting, reasons));
        });
    }
}
