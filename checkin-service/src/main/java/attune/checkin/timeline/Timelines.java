package attune.checkin.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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
     * @param things gives the things that exist of these ids, by id
     * @param at when a thing happened; a place that says otherwise is passed over
     */
    public <T> Mono<Page<T>> read(PersonId person, String list, Paging paging,
            Function<Collection<String>, Mono<Map<String, T>>> things, Function<T, Instant> at) {
        return documents.find(Timeline.DIRECTORIES, Timeline.directory(person, list))
                .defaultIfEmpty(Directory.EMPTY)
                .flatMap(directory -> Mono
                        .just(new Search<T>(pages(person, list, directory, paging.after()), paging.after(), List.of()))
                        .expand(search -> search.isOver(paging.fetch())
                                ? Mono.empty()
                                : goOn(search, paging.fetch(), things, at))
                        .last())
                .map(search -> paging.page(search.found(), Found::cursor))
                .map(page -> new Page<>(page.items().stream().map(Found::thing).toList(), page.next()));
    }

    /** The pages that may hold something after the cursor, newest month first, as many at once as go well together. */
    private static List<List<String>> pages(PersonId person, String list, Directory directory,
            @Nullable Cursor after) {
        String newest = after == null ? "9999-12" : Timeline.month(after.at());
        List<List<String>> chunks = new ArrayList<>();
        List<String> chunk = new ArrayList<>();
        for (Directory.Month month : directory.months()) {
            if (month.month().compareTo(newest) <= 0) {
                month.stretches().forEach(number -> chunk.add(Timeline.page(person, list, month.month(), number)));
            }
            if (chunk.size() >= PAGES_AT_ONCE) {
                chunks.add(List.copyOf(chunk));
                chunk.clear();
            }
        }
        chunks.add(List.copyOf(chunk));
        return chunks;
    }

    private <T> Mono<Search<T>> goOn(Search<T> search, int fetch,
            Function<Collection<String>, Mono<Map<String, T>>> things, Function<T, Instant> at) {
        return places(search, fetch)
                .flatMap(places -> things.apply(places.stream().map(Place::id).toList())
                        .map(known -> search.next(places, places.size() < fetch, known, at)));
    }

    /** The newest places after the cursor, at most as many as are to be fetched. */
    private <T> Mono<List<Place>> places(Search<T> search, int fetch) {
        return Flux.fromIterable(search.chunks().getFirst())
                .buffer(PAGES_AT_ONCE)
                .concatMap(ids -> documents.findAll(Timeline.PAGES, ids))
                .reduce(new TreeSet<>(Place.NEWEST_FIRST), (newest, pages) -> {
                    pages.values().forEach(page -> page.places().stream().filter(search::isAhead).forEach(place -> {
                        newest.add(place);
                        if (newest.size() > fetch) {
                            newest.pollLast();
                        }
                    }));
                    return newest;
                })
                .map(List::copyOf);
    }

    private record Found<T>(Place place, T thing) {

        private Cursor cursor() {
            return place.cursor();
        }
    }

    /** How far a search has come. */
    private record Search<T>(List<List<String>> chunks, @Nullable Cursor after, List<Found<T>> found) {

        private boolean isOver(int fetch) {
            return chunks.isEmpty() || found.size() >= fetch;
        }

        private boolean isAhead(Place place) {
            return after == null || Place.NEWEST_FIRST.compare(place, new Place(after.at(), after.id())) > 0;
        }

        private Search<T> next(List<Place> places, boolean exhausted, Map<String, T> things, Function<T, Instant> at) {
            List<Found<T>> more = new ArrayList<>(found);
            for (Place place : places) {
                T thing = things.get(place.id());
                if (thing != null && at.apply(thing).equals(place.at())) {
                    more.add(new Found<>(place, thing));
                }
            }
            return new Search<>(exhausted ? chunks.subList(1, chunks.size()) : chunks,
                    exhausted ? after : places.getLast().cursor(), more);
        }
    }
}
