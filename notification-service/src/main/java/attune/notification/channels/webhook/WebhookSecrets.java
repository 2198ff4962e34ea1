package attune.notification.channels.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import attune.events.PersonId;
import attune.events.PrivateText;
import attune.notification.seals.Seal;

/**
 * Makes the secrets of webhooks, seals them for the log, and signs with them as Standard Webhooks 1.0 says. A sealed secret
 * can be opened for its webhook only. Safe for use by many threads.
 */
final class WebhookSecrets {

    private static final String PREFIX = "whsec_";
    private static final String MAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final Seal seal;
    private final SecureRandom random = random();

    WebhookSecrets(Seal seal) {
        this.seal = seal;
    }

    /** Whether there are webhooks at all. */
    boolean isOn() {
        return seal.isOn();
    }

    /** A secret that nobody can guess, in the form in which receivers are given it. */
    String make() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    PrivateText close(PersonId person, UUID webhook, String secret) {
        return PrivateText.of(seal.close(purpose(person, webhook), secret));
    }

    /** The header {@code webhook-signature}: one for each secret; empty if none of them can be opened. */
    Optional<String> signatures(PersonId person, UUID webhook, List<PrivateText> sealed, String signed) {
        String signatures = sealed.stream()
                .flatMap(one -> seal.open(purpose(person, webhook), one.value()).stream())
                .map(secret -> "v1," + sign(secret, signed))
                .collect(Collectors.joining(" "));
        return signatures.isEmpty() ? Optional.empty() : Optional.of(signatures);
    }

    private static String sign(String secret, String signed) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), MAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    /** Seeded once from the system, on a thread that may wait; afterwards it waits for nothing. */
    private static SecureRandom random() {
        try {
            SecureRandom random = SecureRandom.getInstance("DRBG");
            random.nextBytes(new byte[BYTES]);
            return random;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has a DRBG", e);
        }
    }

    private static String purpose(PersonId person, UUID webhook) {
        return "webhook/" + person.value() + "/" + webhook;
    }
}
