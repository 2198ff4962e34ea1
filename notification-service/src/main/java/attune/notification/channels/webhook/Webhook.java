package attune.notification.channels.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import attune.events.PrivateText;

/**
 * Another system that is told.
 *
 * @param id named by the person
 * @param since when it was registered
 * @param secrets the newest first
 */
public record Webhook(UUID id, PrivateText url, Instant since, List<Secret> secrets) {

    public Webhook {
        secrets = List.copyOf(secrets);
    }

    /**
     * What signs.
     *
     * @param sealed as it stands on the log
     * @param until when it ends; null for the newest
     */
    public record Secret(PrivateText sealed, @Nullable Instant until) {}

    Webhook at(PrivateText newUrl) {
        return new Webhook(id, newUrl, since, secrets);
    }

    /** With another secret; the one before goes on beside it until then, and older ones no more. */
    Webhook signedBy(PrivateText sealed, Instant until) {
        List<Secret> after = new ArrayList<>();
        after.add(new Secret(sealed, null));
        secrets.stream().limit(1).forEach(before -> after.add(new Secret(before.sealed(), until)));
        return new Webhook(id, url, since, after);
    }

    /** What signs now, the newest first. */
    List<PrivateText> sealedSecrets(Instant now) {
        return secrets.stream()
                .filter(secret -> secret.until() == null || now.isBefore(secret.until()))
                .map(Secret::sealed)
                .toList();
    }
}
