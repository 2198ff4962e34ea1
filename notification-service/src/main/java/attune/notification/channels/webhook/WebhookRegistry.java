package attune.notification.channels.webhook;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

import attune.eventlog.documents.Documents;
import attune.events.DeliveryEvent.WebhookRegistered;
import attune.events.DeliveryEvent.WebhookRemoved;
import attune.events.DeliveryEvent.WebhookSecretChanged;
import attune.events.PersonId;
import attune.events.Position;
import attune.events.PrivateText;
import attune.http.problems.ProblemKind;
import attune.notification.intake.Intake;

/** Notes which other systems are to be told. A secret is shown once, when it is made. */
final class WebhookRegistry {

    private static final ProblemKind TOO_MANY = new ProblemKind("too-many-webhooks", HttpStatus.CONFLICT,
            "There are too many webhooks");

    private final Documents documents;
    private final Intake intake;
    private final WebhookSecrets secrets;

    WebhookRegistry(Documents documents, Intake intake, WebhookSecrets secrets) {
        this.documents = documents;
        this.intake = intake;
        this.secrets = secrets;
    }

    /** What came of a wish. {@code secret} and {@code at} are null if it held already. */
    record Noted(boolean isNew, @Nullable String secret, @Nullable Position at) {}

    Mono<Webhooks> of(PersonId person) {
        return documents.find(Webhooks.DOCUMENT, Webhooks.documentId(person))
                .defaultIfEmpty(Webhooks.DOCUMENT.initial());
    }

    /** Registers a webhook or moves it; with the same address it is left as it is. */
    Mono<Noted> put(PersonId person, UUID id, String url) {
        return of(person).flatMap(webhooks -> {
            Webhook before = webhooks.find(id).orElse(null);
            if (before != null && before.url().value().equals(url)) {
                return Mono.just(new Noted(false, null, null));
            }
            if (before == null && webhooks.all().size() >= Webhooks.MOST) {
                return Mono.error(TOO_MANY.problem("You can have " + Webhooks.MOST + ". Remove one first."));
            }
            String secret = secrets.make();
            return intake
                    .append(person, new WebhookRegistered(id, PrivateText.of(url), secrets.close(person, id, secret)))
                    .map(at -> new Noted(before == null, secret, at));
        });
    }

    /** Another secret; the one before signs for another day beside it. */
    Mono<Noted> changeSecret(PersonId person, UUID id) {
        return of(person).flatMap(webhooks -> {
            if (webhooks.find(id).isEmpty()) {
                return Mono.error(ProblemKind.NOT_FOUND.problem("You have no webhook with this id."));
            }
            String secret = secrets.make();
            return intake.append(person, new WebhookSecretChanged(id, secrets.close(person, id, secret)))
                    .map(at -> new Noted(false, secret, at));
        });
    }

    Mono<Noted> remove(PersonId person, UUID id) {
        return intake.append(person, new WebhookRemoved(id)).map(at -> new Noted(false, null, at));
    }
}
