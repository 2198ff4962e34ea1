package attune.coach.feed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import attune.coach.feed.FeedDocuments.CheckInDocument;
import attune.coach.feed.FeedDocuments.ConflictDocument;
import attune.coach.feed.FeedDocuments.NotificationDocument;
import attune.coach.feed.FeedDocuments.SafetyDocument;
import attune.coach.feed.FeedDocuments.SuggestionDocument;
import attune.coach.feed.Reference.Holder;
import attune.coach.months.Month;
import attune.eventlog.documents.Documents;
import attune.events.PersonId;
import attune.events.Scope;

/** The documents behind some entries of a client's feed, each by its id. */
record LoadedItems(PersonId client, Map<String, CheckInDocument> checkIns, Map<String, ConflictDocument> conflicts,
        Map<String, NotificationDocument> notifications, Map<String, SafetyDocument> safety,
        Map<String, SuggestionDocument> suggestions) {

    /** Loads them: one query a kind, and suggestions last, since notifications name them. */
    static Mono<LoadedItems> load(Documents documents, PersonId client, List<Month.Entry> entries) {
        return Mono.zip(documents.findAll(FeedDocuments.CHECK_INS, ids(client, entries, Holder.CHECK_IN)),
                documents.findAll(FeedDocuments.CONFLICTS, ids(client, entries, Holder.CONFLICT)),
                documents.findAll(FeedDocuments.NOTIFICATIONS, ids(client, entries, Holder.NOTIFICATION)),
                documents.findAll(FeedDocuments.SAFETY, ids(client, entries, Holder.SAFETY)))
                .flatMap(found -> documents
                        .findAll(FeedDocuments.SUGGESTIONS, suggestionIds(client, entries, found.getT3()))
                        .map(suggestions -> new LoadedItems(client, found.getT1(), found.getT2(), found.getT3(),
                                found.getT4(), suggestions)));
    }

    private static List<String> ids(PersonId client, List<Month.Entry> entries, Holder holder) {
        return entries.stream()
                .map(Reference::of)
                .filter(reference -> reference.in() == holder)
                .map(reference -> FeedDocuments.id(client, reference.id()))
                .distinct()
                .toList();
    }

    private static List<String> suggestionIds(PersonId client, List<Month.Entry> entries,
            Map<String, NotificationDocument> notifications) {
        Stream<String> named = notifications.values().stream()
                .map(NotificationDocument::about)
                .filter(Objects::nonNull)
                .map(suggestion -> FeedDocuments.id(client, suggestion.value()));
        return Stream.concat(ids(client, entries, Holder.SUGGESTION).stream(), named).distinct().toList();
    }

    /** As much of an item as a coach with these scopes may see; empty if nothing. */
    Optional<FeedItem> item(Month.Entry entry, Set<Scope> scopes) {
        Reference reference = Reference.of(entry);
        String id = FeedDocuments.id(client, reference.id());
        Stream<? extends FeedItem> items = switch (reference.in()) {
            case CHECK_IN -> checkIn(checkIns.get(id));
            case CONFLICT -> conflict(conflicts.get(id));
            case SUGGESTION -> suggestion(suggestions.get(id), scopes);
            case NOTIFICATION -> notification(notifications.get(id), scopes);
            case SAFETY -> safety(safety.get(id));
        };
        return items.filter(item -> item.id().toString().equals(entry.id()))
                .findFirst()
                .flatMap(item -> item.within(scopes));
    }

    private static Stream<SafetyItem> safety(@Nullable SafetyDocument document) {
        return document == null ? Stream.empty() : document.items().stream();
    }

    private static Stream<CheckInItem> checkIn(@Nullable CheckInDocument document) {
        return document == null ? Stream.empty() : Stream.ofNullable(document.item());
    }

    private static Stream<FeedItem> conflict(@Nullable ConflictDocument document) {
        return document == null || document.item() == null
                ? Stream.empty()
                : Stream.concat(Stream.of(document.item()), document.entries().stream());
    }

    private static Stream<FeedItem> suggestion(@Nullable SuggestionDocument document, Set<Scope> scopes) {
        return document != null && isVisible(document, scopes)
                ? Stream.concat(Stream.ofNullable(document.item()), document.answers().stream())
                : Stream.empty();
    }

    private Stream<DeliveryItem> notification(@Nullable NotificationDocument document, Set<Scope> scopes) {
        if (document == null || document.about() == null) {
            return Stream.empty();
        }
        SuggestionDocument about = suggestions.get(FeedDocuments.id(client, document.about().value()));
        return about != null && isVisible(about, scopes) ? document.steps().stream() : Stream.empty();
    }

    private static boolean isVisible(SuggestionDocument document, Set<Scope> scopes) {
        return document.item() != null && document.item().within(scopes).isPresent();
    }
}
