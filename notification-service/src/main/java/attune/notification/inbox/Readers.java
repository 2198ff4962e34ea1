package attune.notification.inbox;

import java.util.Optional;

import reactor.core.publisher.Mono;

import attune.eventlog.documents.Documents;
import attune.events.Notice;
import attune.events.PersonId;
import attune.notification.messages.Messages;
import attune.notification.recipients.Recipient;

/** In which language people read. */
final class Readers {

    private final Documents documents;

    Readers(Documents documents) {
        this.documents = documents;
        Messages.notice(Notice.DIGEST, null); // reads all templates now, on a thread that may wait
    }

    /** The person's language as a BCP 47 tag, if they have said it. */
    Mono<Optional<String>> locale(PersonId person) {
        return documents.find(Recipient.DOCUMENT, Recipient.documentId(person))
                .map(recipient -> Optional.ofNullable(recipient.locale()))
                .defaultIfEmpty(Optional.empty());
    }
}
