package attune.notification.channels.webhook;

import java.time.Duration;
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

    private static final int MOST_BEFORE = 4;

    public Webhook {
        secrets = List.copyOf(secrets);
    }

    /**
     * What signs.
     *
     * @param sealed as it stands on the log
     * @param until when it ends; null for the newest
     */
    public record Secret(PrivateText sealed, @Nullable Instant until) {

        private boolean signsAt(Instant now) {
            return until == null || now.isBefore(until);
        }

        private Secret endingBy(Instant end) {
            return until == null ? new Secret(sealed, end) : this;
        }
    }

    Webhook at(PrivateText newUrl) {
        return new Webhook(id, newUrl, since, secrets);
    }

    /**
     * With another secret. Those before go on beside it until their time is over, so that one whose answer was lost costs
     * nothing: a second one does not end the first before its receiver has changed.
     */
    Webhook signedBy(PrivateText sealed, Instant now, Duration overlap) {
        List<Secret> after = new ArrayList<>();
        after.add(new Secret(sealed, null));
        secrets.stream()
                .filter(before -> before.signsAt(now))
                .map(before -> before.endingBy(now.plus(overlap)))
                .limit(MOST_BEFORE)
                .forEach(after::add);
        return new Webhook(id, url, since, after);
    }

    /** What signs now, the newest first. */
    List<PrivateText> sealedSecrets(Instant now) {
        return secrets.stream()
                .filter(secret -> secret.signsAt(now))
                .map(Secret::sealed)
                .toList();
    }
}
