package attune.notification.redrive;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import attune.eventlog.EventLogProperties;
import attune.eventlog.documents.Documents;
import attune.events.Log;
import attune.events.Position;
import attune.http.cursors.Cursor;
import attune.http.cursors.Paging;
import attune.notification.inbox.Notification;
import attune.notification.inbox.Step;
import attune.notification.queue.DeadPage;
import attune.notification.queue.DeadPage.Dead;
import attune.notification.queue.DeadPages;

/** What ended dead, of all people, newest first. */
@Component
class DeadDeliveries {

    private static final Pattern ID = Pattern.compile("([0-9]{1,4})-([0-9]{1,18})");
    private static final Comparator<Dead> NEWEST_FIRST = Comparator.comparing(Dead::at).thenComparing(Dead::id)
            .reversed();

    private final Documents documents;
    private final List<String> partitions;

    DeadDeliveries(Documents documents, EventLogProperties properties) {
        this.documents = documents;
        this.partitions = IntStream.range(0, properties.partitions()).mapToObj(Integer::toString).toList();
    }

    /** One more than a page of those that fit. */
    Mono<List<Dead>> fetch(Paging paging, Predicate<Dead> fits) {
        Cursor after = paging.after();
        return newest(paging.fetch(), one -> fits.test(one) && (after == null || isAfter(one, after)));
    }

    /** The newest of those that fit, at most so many. */
    Mono<List<Dead>> newest(int most, Predicate<Dead> fits) {
        return documents.findAll(DeadPages.DOCUMENT, partitions)
                .flatMapMany(found -> Flux.fromIterable(found.entrySet()))
                .concatMap(entry -> ofPartition(entry.getKey(), entry.getValue(), most, fits))
                .sort(NEWEST_FIRST)
                .take(most)
                .collectList();
    }

    private Flux<Dead> ofPartition(String partition, DeadPages pages, int most, Predicate<Dead> fits) {
        return Flux.fromIterable(pages.pages())
                .concatMap(page -> documents.find(DeadPage.DOCUMENT,
                        DeadPage.documentId(Integer.parseInt(partition), page)), 1)
                .concatMapIterable(page -> page.dead().reversed())
                .filter(fits)
                .take(most);
    }

    private static boolean isAfter(Dead one, Cursor cursor) {
        int later = one.at().compareTo(cursor.at());
        return later < 0 || (later == 0 && one.id().compareTo(cursor.id()) < 0);
    }

    /** Those with these ids, by id. */
    Mono<Map<String, Dead>> find(List<String> ids) {
        List<String> pages = ids.stream().flatMap(id -> position(id).map(DeadPage::documentId).stream()).distinct()
                .toList();
        return documents.findAll(DeadPage.DOCUMENT, pages)
                .flatMapMany(found -> Flux.fromIterable(found.values()))
                .concatMapIterable(DeadPage::dead)
                .filter(one -> ids.contains(one.id()))
                .collectMap(Dead::id);
    }

    private static Optional<Position> position(String id) {
        Matcher matcher = ID.matcher(id);
        return matcher.matches()
                ? Optional.of(new Position(Log.DELIVERIES, Integer.parseInt(matcher.group(1)),
                        Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** How often a provider was asked in vain, by id. */
    Mono<Map<String, Notification>> stories(List<Dead> dead) {
        return documents.findAll(Notification.DOCUMENT, dead.stream().map(DeadDeliveries::story).distinct().toList());
    }

    static String story(Dead dead) {
        return Notification.documentId(dead.person(), dead.notification());
    }

    static int attempts(Dead dead, @Nullable Notification story) {
        return story == null
                ? 0
                : (int) story.steps().stream()
                        .filter(step -> step.step() == Step.Kind.ATTEMPTED && step.channel() == dead.channel())
                        .filter(step -> !step.at().isAfter(dead.at()))
                        .count();
    }
}
