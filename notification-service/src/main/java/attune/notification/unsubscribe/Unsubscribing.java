package attune.notification.unsubscribe;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import reactor.core.publisher.Mono;

import attune.eventlog.documents.Documents;
import attune.events.Category;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.MailResubscribed;
import attune.events.DeliveryEvent.MailUnsubscribed;
import attune.events.PersonId;
import attune.events.Position;
import attune.notification.intake.Intake;
import attune.notification.recipients.Recipient;

/** Notes that people want no more mail of a category, or want it again. What holds already is not noted again. */
final class Unsubscribing {

    private final Documents documents;
    private final Intake intake;

    Unsubscribing(Documents documents, Intake intake) {
        this.documents = documents;
        this.intake = intake;
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
                ? intake.append(person, event).map(Optional::of)
                : Mono.just(Optional.empty()));
    }
}
