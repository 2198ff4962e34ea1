package attune.coach.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.coach.months.Month;
import attune.coach.months.Months;
import attune.eventlog.documents.Documents;
import attune.eventlog.records.Recorded;
import attune.events.PersonId;
import attune.events.Scope;
import attune.http.cursors.Cursor;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;

/** What happened to one client, newest first, merged from the three logs. */
@Component
class Feed {

    /** How often a page looks further for items that the coach may see before it answers with fewer. */
    private static final int ROUNDS = 10;
    private static final int STRIDE = 100;

    private final Documents documents;
    private final Months months;
    private final Clock clock;

    Feed(Documents documents, Clock clock) {
        this.documents = documents;
        this.months = new Months(documents);
        this.clock = clock;
    }

    /** A page of what a coach with these scopes may see. */
    Mono<Page<FeedItem>> page(PersonId client, Set<Scope> scopes, Paging paging) {
        return more(client, scopes, paging, paging.after(), List.of(), ROUNDS);
    }

    private Mono<Page<FeedItem>> more(PersonId client, Set<Scope> scopes, Paging paging, @Nullable Cursor after,
            List<FeedItem> found, int rounds) {
        Instant now = clock.instant();
        return months.newestFirst(FeedDocuments.MONTHS, client, after, STRIDE, now)
                .flatMap(entries -> visible(client, scopes, entries).flatMap(items -> {
                    List<FeedItem> all = Stream.concat(found.stream(), items.stream()).toList();
                    if (all.size() >= paging.fetch() || entries.size() < STRIDE) {
                        List<FeedItem> fetched = all.subList(0, Math.min(all.size(), paging.fetch()));
                        return Mono.just(paging.page(fetched, item -> new Cursor(item.at(), item.id().toString())));
                    }
                    Month.Entry last = entries.getLast();
                    Cursor next = new Cursor(last.at(), last.id());
                    return rounds > 1
                            ? more(client, scopes, paging, next, all, rounds - 1)
                            : Mono.just(new Page<>(all, next.encode()));
                }));
    }

    private Mono<List<FeedItem>> visible(PersonId client, Set<Scope> scopes, List<Month.Entry> entries) {
        return LoadedItems.load(documents, client, entries)
                .map(loaded -> entries.stream().flatMap(entry -> loaded.item(entry, scopes).stream()).toList());
    }

    /** An item that the folds have kept, as much of it as a coach with these scopes may see; empty if nothing. */
    Mono<FeedItem> item(Recorded<?> recorded, Reference reference, Set<Scope> scopes) {
        return visible(recorded.person(), scopes, List.of(reference.entry(recorded)))
                .flatMap(items -> Mono.justOrEmpty(items.stream().findFirst()));
    }
}
