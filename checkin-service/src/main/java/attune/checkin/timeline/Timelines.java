package attune.checkin.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.documents.Documents;
import attune.events.PersonId;
import attune.http.cursors.Cursor;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;

/** The reading half of lists: newest first, a bounded number of pages at a time. Safe for use by many threads. */
@Component
public class Timelines {

    private static final int PAGES_AT_ONCE = 16;

    private final Documents documents;

    Timelines(Documents documents) {
        this.documents = documents;
    }

    /**
     * A page of a person's list.
     *
     * @param kind the documents of the things in the list
     */
    public <S extends Record & Listed> Mono<Page<S>> read(PersonId person, String list, Paging paging,
            DocumentKind<S> kind) {
        return documents.find(Timeline.DIRECTORIES, Timeline.directory(person, list))
                .defaultIfEmpty(Directory.EMPTY)
                .map(directory -> Search.<S>begin(pages(person, list, directory, paging.after()), paging))
                .expand(search -> search.isOver() ? Mono.empty() : goOn(search, person, kind))
                .last()
                .map(Search::page);
    }

    /** The pages that may hold something after the cursor, newest month first, as many at once as go well together. */
    private static List<List<String>> pages(PersonId person, String list, Directory directory,
            @Nullable Cursor after) {
        List<List<String>> chunks = new ArrayList<>();
        List<String> chunk = new ArrayList<>();
        for (Directory.Month month : directory.upTo(after == null ? null : Timeline.month(after.at()))) {
            month.stretches().forEach(number -> chunk.add(Timeline.page(person, list, month.month(), number)));
            if (chunk.size() >= PAGES_AT_ONCE) {
                chunks.add(List.copyOf(chunk));
                chunk.clear();
            }
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }

    private <S extends Record & Listed> Mono<Search<S>> goOn(Search<S> search, PersonId person, DocumentKind<S> kind) {
        return places(search)
                .flatMap(places -> documents
                        .findAll(kind, places.stream().map(place -> person.value() + "/" + place.id()).toList())
                        .map(things -> search.next(places, place -> things.get(person.value() + "/" + place.id()))));
    }

    /** The newest places after the cursor, at most as many as are to be fetched. */
    private Mono<List<Place>> places(Search<?> search) {
        return Flux.fromIterable(search.chunks().getFirst())
                .buffer(PAGES_AT_ONCE)
                .concatMap(ids -> documents.findAll(Timeline.PAGES, ids))
                .reduce(new TreeSet<>(Place.NEWEST_FIRST), (newest, pages) -> {
                    pages.values().stream().flatMap(page -> page.places().stream()).filter(search::isAhead)
                            .forEach(place -> {
                                newest.add(place);
                                if (newest.size() > search.fetch()) {
                                    newest.pollLast();
                                }
                            });
                    return newest;
                })
                .map(List::copyOf);
    }
}
