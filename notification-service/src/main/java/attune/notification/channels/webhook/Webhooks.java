package attune.notification.channels.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.DeliveryEvent.WebhookRegistered;
import attune.events.DeliveryEvent.WebhookRemoved;
import attune.events.DeliveryEvent.WebhookSecretChanged;
import attune.events.PersonId;

/**
 * The webhooks of a person. Document id: the person.
 *
 * @param all the newest last
 */
public record Webhooks(List<Webhook> all) {

    public static final DocumentKind<Webhooks> DOCUMENT = new DocumentKind<>("webhooks", Webhooks.class,
            new Webhooks(List.of()));

    /** Nobody has more. */
    static final int MOST = 5;

    /** How long a secret goes on signing beside a newer one. */
    static final Duration OVERLAP = Duration.ofHours(24);

    public Webhooks {
        all = List.copyOf(all);
    }

    public static String documentId(PersonId person) {
        return person.value();
    }

    /** What a registration changes here. */
    public static Update<Webhooks> registered(Recorded<?> recorded, WebhookRegistered event) {
        return update(recorded, before -> before.with(event, recorded.recordedAt()));
    }

    /** What another secret changes here. */
    public static Update<Webhooks> changed(Recorded<?> recorded, WebhookSecretChanged event) {
        return update(recorded, before -> before.replaced(event.webhook(),
                webhook -> webhook.signedBy(event.sealedSecret(), recorded.recordedAt(), OVERLAP)));
    }

    /** What the end of a webhook changes here. */
    public static Update<Webhooks> removed(Recorded<?> recorded, WebhookRemoved event) {
        return update(recorded, before -> new Webhooks(before.all().stream()
                .filter(webhook -> !webhook.id().equals(event.webhook()))
                .toList()));
    }

    private static Update<Webhooks> update(Recorded<?> recorded, UnaryOperator<Webhooks> change) {
        return Update.of(DOCUMENT, documentId(recorded.person()), change);
    }

    Optional<Webhook> find(UUID id) {
        return all.stream().filter(webhook -> webhook.id().equals(id)).findFirst();
    }

    private Webhooks with(WebhookRegistered event, Instant at) {
        if (find(event.webhook()).isPresent()) {
            return replaced(event.webhook(), webhook -> webhook.at(event.url())
                    .signedBy(event.sealedSecret(), at, OVERLAP));
        }
        if (all.size() >= MOST) {
            return this;
        }
        List<Webhook> more = new ArrayList<>(all);
        more.add(new Webhook(event.webhook(), event.url(), at,
                List.of(new Webhook.Secret(event.sealedSecret(), null))));
        return new Webhooks(more);
    }

    private Webhooks replaced(UUID id, UnaryOperator<Webhook> change) {
        return new Webhooks(all.stream()
                .map(webhook -> webhook.id().equals(id) ? change.apply(webhook) : webhook)
                .toList());
    }
}
