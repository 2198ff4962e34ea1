package attune.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.documents.Documents;
import attune.events.Channel;
import attune.events.PersonId;
import attune.notification.channels.push.PushTargets;
import attune.notification.channels.webhook.Webhooks;
import attune.notification.inbox.Notification;
import attune.notification.inbox.Notification.Told;
import attune.notification.planning.Contacts;
import attune.notification.queue.Waiting;
import attune.notification.recipients.Recipient;
import attune.notification.unsubscribe.Unsubscribed;

/** Loads what there is to know of deliveries that are due, with one query for each kind of document. Blocks. */
final class Addressees {

    private static final Duration DATABASE = Duration.ofSeconds(10);

    private final Documents documents;
    private final Courier courier;
    private final JustSent justSent;

    Addressees(Documents documents, Courier courier, JustSent justSent) {
        this.documents = documents;
        this.courier = courier;
        this.justSent = justSent;
    }

    /** A delivery that is due, what it tells, and whom. */
    record Addressed(Due due, Notification notification, Told told, Addressee addressee) {}

    /** Those of the deliveries whose notification can be told. */
    List<Addressed> load(List<Due> dues, Instant now) {
        List<String> people = dues.stream().map(one -> one.waiting().person().value()).distinct().toList();
        Map<String, Notification> notifications = find(Notification.DOCUMENT, dues.stream()
                .map(one -> notificationId(one.waiting()))
                .toList());
        People known = new People(find(Recipient.DOCUMENT, people), find(Contacts.DOCUMENT, people),
                courier.serves(Channel.PUSH) ? find(PushTargets.DOCUMENT, people) : Map.of(),
                courier.serves(Channel.WEBHOOK) ? find(Webhooks.DOCUMENT, people) : Map.of(),
                find(Unsubscribed.DOCUMENT, people));
        List<Addressed> all = new ArrayList<>();
        for (Due due : dues) {
            Notification notification = notifications.get(notificationId(due.waiting()));
            if (notification != null && notification.told() != null) {
                all.add(new Addressed(due, notification, notification.told(),
                        addressee(due.waiting().person(), known, now)));
            }
        }
        return all;
    }

    private static String notificationId(Waiting waiting) {
        return Notification.documentId(waiting.person(), waiting.notification());
    }

    private Addressee addressee(PersonId person, People known, Instant now) {
        String id = person.value();
        PushTargets targets = known.targets().getOrDefault(id, PushTargets.DOCUMENT.initial());
        return new Addressee(known.recipients().getOrDefault(id, Recipient.UNKNOWN), targets.devices(),
                targets.phones(), justSent.with(known.contacts().getOrDefault(id, Contacts.NONE), person, now),
                known.webhooks().getOrDefault(id, Webhooks.DOCUMENT.initial()).all(),
                known.unsubscribed().getOrDefault(id, Unsubscribed.DOCUMENT.initial()));
    }

    private <S extends Record> Map<String, S> find(DocumentKind<S> kind, List<String> ids) {
        Map<String, S> found = documents.findAll(kind, ids).block(DATABASE);
        return found == null ? Map.of() : found;
    }

    /** What was found of people, by their ids. */
    private record People(Map<String, Recipient> recipients, Map<String, Contacts> contacts,
            Map<String, PushTargets> targets, Map<String, Webhooks> webhooks,
            Map<String, Unsubscribed> unsubscribed) {}
}
