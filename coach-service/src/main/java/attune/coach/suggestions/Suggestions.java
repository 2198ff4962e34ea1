package attune.coach.suggestions;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.coach.months.Months;
import attune.eventlog.documents.Documents;
import attune.events.PersonId;
import attune.events.SuggestionId;
import attune.http.cursors.Cursor;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;

/** The suggestions of clients, for reading. */
@Component("suggestionReads")
class Suggestions {

    private final Documents documents;
    private final Months months;
    private final Clock clock;

    Suggestions(Documents documents, Clock clock) {
        this.documents = documents;
        this.months = new Months(documents);
        this.clock = clock;
    }

    /** A page of a client's suggestions, newest first. */
    Mono<Page<Suggestion>> page(PersonId person, Paging paging) {
        Instant now = clock.instant();
        return months.newestFirst(List.of(SuggestionsFold.MONTHS), person, paging.after(), paging.fetch(), now)
                .flatMap(entries -> documents
                        .findInOrder(SuggestionDocument.KIND,
                                entries.stream().map(entry -> person.value() + "/" + entry.of()).toList())
                        .map(found -> paging.page(read(found, now), Suggestions::place)));
    }

    /** One of a client's suggestions; empty if the client has none of this id. */
    Mono<Suggestion> one(PersonId person, SuggestionId id) {
        return document(person, id).mapNotNull(document -> read(document, clock.instant()));
    }

    /** A suggestion with its answer as it stands in the database; empty if it was never offered to this client. */
    Mono<SuggestionDocument> document(PersonId person, SuggestionId id) {
        return documents.find(SuggestionDocument.KIND, SuggestionDocument.id(person, id))
                .filter(document -> document.content() != null);
    }

    private static List<Suggestion> read(List<SuggestionDocument> documents, Instant now) {
        List<Suggestion> suggestions = new ArrayList<>(documents.size());
        for (SuggestionDocument document : documents) {
            Suggestion suggestion = read(document, now);
            if (suggestion != null) {
                suggestions.add(suggestion);
            }
        }
        return suggestions;
    }

    static @Nullable Suggestion read(SuggestionDocument document, Instant now) {
        SuggestionDocument.Content content = document.content();
        return content == null ? null : Suggestion.of(content, document.answer(), now);
    }

    private static Cursor place(Suggestion suggestion) {
        return new Cursor(suggestion.offeredAt(), suggestion.id().toString());
    }
}
