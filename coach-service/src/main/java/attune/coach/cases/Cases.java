package attune.coach.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.coach.cases.CoachCases.Entry;
import attune.coach.gate.GateFold;
import attune.coach.gate.GateState;
import attune.eventlog.EventLogProperties;
import attune.eventlog.documents.Documents;
import attune.events.CaseId;
import attune.events.PersonId;
import attune.http.cursors.Cursor;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;

/** The cases in which a coach has a part, for reading. */
@Component("caseReads")
class Cases {

    private static final int STRIDE = 100;

    private final Documents documents;
    private final int partitions;

    Cases(Documents documents, EventLogProperties properties) {
        this.documents = documents;
        this.partitions = properties.partitions();
    }

    /** A case with what its coaches need around it. */
    record Read(CaseDocument document, CaseDocument.Body body, @Nullable GateState client) {}

    /**
     * A page of a coach's cases, newest first.
     *
     * @param state {@code open} (also when acknowledged) or {@code closed}; null for all
     */
    Mono<Page<CaseSummary>> page(PersonId coach, @Nullable String state, Paging paging) {
        Predicate<CaseDocument.Body> wanted = body -> state == null
                || state.equals("closed") == body.state().equals("closed");
        return entries(coach)
                .map(all -> all.stream().filter(entry -> isAfter(entry, paging.after())).toList())
                .flatMap(all -> more(all, 0, wanted, paging.fetch(), List.of()))
                .map(found -> paging.page(found, one -> one.entry().place()))
                .map(page -> new Page<>(page.items().stream().map(Found::summary).toList(), page.next()));
    }

    private record Found(Entry entry, CaseSummary summary) {}

    private Mono<List<Found>> more(List<Entry> entries, int from, Predicate<CaseDocument.Body> wanted, int most,
            List<Found> found) {
        if (found.size() >= most || from >= entries.size()) {
            return Mono.just(found.subList(0, Math.min(most, found.size())));
        }
        List<Entry> some = entries.subList(from, Math.min(entries.size(), from + STRIDE));
        return documents.findAll(CaseDocument.KIND, some.stream().map(Cases::id).toList())
                .flatMap(read -> more(entries, from + STRIDE, wanted, most, Stream.concat(found.stream(),
                        some.stream().flatMap(entry -> found(entry, read.get(id(entry)), wanted))).toList()));
    }

    private static Stream<Found> found(Entry entry, @Nullable CaseDocument document,
            Predicate<CaseDocument.Body> wanted) {
        CaseDocument.Body body = document == null ? null : document.body();
        return body != null && wanted.test(body) ? Stream.of(new Found(entry, CaseSummary.of(body))) : Stream.empty();
    }

    /** A case; empty if this coach has no part in one of this id. */
    Mono<Read> one(PersonId coach, CaseId caseId) {
        return entries(coach)
                .flatMap(all -> Mono
                        .justOrEmpty(all.stream().filter(entry -> entry.caseId().equals(caseId)).findFirst()))
                .flatMap(entry -> Mono.zip(documents.find(CaseDocument.KIND, id(entry)),
                        documents.find(GateFold.STATES, entry.client().value())
                                .map(List::of).defaultIfEmpty(List.of())))
                .flatMap(found -> Mono.justOrEmpty(found.getT1().body())
                        .map(body -> new Read(found.getT1(), body, found.getT2().stream().findFirst().orElse(null))));
    }

    private Mono<List<Entry>> entries(PersonId coach) {
        List<String> parts = IntStream.range(0, partitions).mapToObj(partition -> CoachCases.id(coach, partition))
                .toList();
        return documents.findAll(CoachCases.KIND, parts).map(found -> {
            List<Entry> all = new ArrayList<>(found.values().stream().map(CoachCases::entries)
                    .flatMap(Collection::stream).toList());
            all.sort(Entry.NEWEST_FIRST);
            return all;
        });
    }

    private static boolean isAfter(Entry entry, @Nullable Cursor cursor) {
        if (cursor == null) {
            return true;
        }
        int time = entry.openedAt().compareTo(cursor.at());
        return time < 0 || (time == 0 && entry.caseId().toString().compareTo(cursor.id()) < 0);
    }

    private static String id(Entry entry) {
        return CaseDocument.id(entry.client(), entry.caseId());
    }
}
