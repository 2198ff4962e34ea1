package attune.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import attune.events.PersonId;
import attune.notification.planning.Contacts;
import attune.notification.planning.Contacts.Contact;
import attune.notification.queue.Waiting;

/**
 * What was begun so lately that the folds do not know it yet: it counts already, lest a person gets two at once. Safe for
 * use by many threads.
 */
final class JustSent {

    /** By then it has been folded, or it was not sent. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Map<PersonId, List<Contact>> begun = new ConcurrentHashMap<>();

    void begin(Waiting waiting, Instant now) {
        Contact contact = new Contact(waiting.notification(), waiting.category(), waiting.channel(), now);
        begun.merge(waiting.person(), List.of(contact),
                (before, more) -> Stream.concat(before.stream(), more.stream()).toList());
    }

    /** It was not sent after all. */
    void undo(Waiting waiting) {
        begun.computeIfPresent(waiting.person(), (_, contacts) -> orNothing(contacts.stream()
                .filter(one -> !one.notification().equals(waiting.notification())
                        || one.channel() != waiting.channel())
                .toList()));
    }

    /** What the person was sent, with what was begun. */
    Contacts with(Contacts folded, PersonId person, Instant now) {
        List<Contact> recent = begun.computeIfPresent(person, (_, contacts) -> orNothing(contacts.stream()
                .filter(one -> one.at().isAfter(now.minus(KEPT)))
                .toList()));
        Contacts all = folded;
        for (Contact contact : recent == null ? List.<Contact>of() : recent) {
            all = all.with(contact);
        }
        return all;
    }

    @SuppressWarnings("NullAway") // null takes the entry away
    private static List<Contact> orNothing(List<Contact> contacts) {
        return contacts.isEmpty() ? null : contacts;
    }
}
