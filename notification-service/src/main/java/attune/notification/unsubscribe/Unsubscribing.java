package attune.notification.unsubscribe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

import attune.eventlog.append.AppendResult;
import attune.eventlog.append.AppendResult.Appended;
import attune.eventlog.append.EventAppender;
import attune.eventlog.documents.Documents;
import attune.events.Category;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.MailResubscribed;
import attune.events.DeliveryEvent.MailUnsubscribed;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.PersonId;
import attune.events.Position;
import attune.http.problems.ProblemKind;
import attune.notification.recipients.Recipient;

/** Notes that people want no more mail of a category, or want it again. What holds already is not noted again. */
final class Unsubscribing {

    private static final ProblemKind LOG_AWAY = new ProblemKind("log-away", HttpStatus.SERVICE_UNAVAILABLE,
            "This cannot be noted right now");

    private final Documents documents;
    private final EventAppender appender;
    private final Clock clock;
    private final String source;

    Unsubscribing(Documents documents, EventAppender appender, Clock clock, String source) {
        this.documents = documents;
        this.appender = appender;
        this.clock = clock;
        this.source = source;
    }

    /** A category of which the person wants no more mail, and since when. */
    record Stopped(Category category, Instant since) {}

    /** What holds now, by category. */
    Mono<List<Stopped>> of(PersonId person) {
        Mono<Recipient> recipient = documents.find(Recipient.DOCUMENT, Recipient.documentId(person))
                .defaultIfEmpty(Recipient.UNKNOWN);
        Mono<Unsubscribed> unsubscribed = documents.find(Unsubscribed.DOCUMENT, Unsubscribed.documentId(person))
                .defaultIfEmpty(Unsubscribed.DOCUMENT.initial());
        return Mono.zip(recipient, unsubscribed, (said, stopped) -> stopped.inForce(said::mailChosen).stream()
                .map(category -> new Stopped(category,
                        Objects.requireNonNull(stopped.since().get(category.wireName()))))
                .sorted(Comparator.comparing(Stopped::category))
                .toList());
    }

    /** Where it was noted; empty if it held already. */
    Mono<Optional<Position>> unsubscribe(PersonId person, Category category) {
        return note(person, category, false, new MailUnsubscribed(category));
    }

    /** Where it was noted; empty if mail of this category was not unsubscribed. */
    Mono<Optional<Position>> resubscribe(PersonId person, Category category) {
        return note(person, category, true, new MailResubscribed(category));
    }

    private Mono<Optional<Position>> note(PersonId person, Category category, boolean wasStopped,
            DeliveryEvent event) {
        return of(person).flatMap(stopped -> stopped.stream().anyMatch(one -> one.category() == category) == wasStopped
                ? append(person, event).map(Optional::of)
                : Mono.just(Optional.empty()));
    }

    private Mono<Position> append(PersonId person, DeliveryEvent event) {
        Instant now = clock.instant();
        return appender.append(new Envelope<>(EventId.random(now), person, now.atOffset(ZoneOffset.UTC), now, source,
                null, null, event)).map(Unsubscribing::position);
    }

    private static Position position(AppendResult result) {
        if (result instanceof Appended appended) {
            return appended.position();
        }
        throw LOG_AWAY.problem("Send it again in a moment: it is safe to send it again.")
                .retryAfter(Duration.ofSeconds(1));
    }
}
