package attune.notification.channels.apns;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/**
 * The token by which APNs knows us. It is good for an hour, and APNs wants no new one within 20 minutes. Safe for use by
 * many threads.
 */
final class ApnsToken {

    private static final Duration RENEWED_AFTER = Duration.ofMinutes(45);
    private static final Duration NOT_WITHIN = Duration.ofMinutes(20);

    private final ApnsSettings settings;
    private final ECPrivateKey key;
    private final Clock clock;
    private @Nullable Signed current;

    ApnsToken(ApnsSettings settings, Clock clock) {
        this.settings = settings;
        this.key = read(settings.key());
        this.clock = clock;
    }

    synchronized String text() {
        Instant now = clock.instant();
        Signed known = current;
        if (known == null || !now.isBefore(known.at().plus(RENEWED_AFTER))) {
            known = sign(now);
            current = known;
        }
        return known.text();
    }

    /** APNs says that a token is too old: the next one is a new one, if that one was not made just now. */
    synchronized void isTooOld(String text) {
        Signed known = current;
        if (known != null && known.text().equals(text) && !clock.instant().isBefore(known.at().plus(NOT_WITHIN))) {
            current = null;
        }
    }

    private Signed sign(Instant now) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(settings.keyId()).build(),
                    new JWTClaimsSet.Builder().issuer(settings.team()).issueTime(Date.from(now)).build());
            token.sign(new ECDSASigner(key));
            return new Signed(token.serialize(), now);
        } catch (JOSEException e) {
            throw new IllegalStateException("A key of P-256 signs", e);
        }
    }

    private static ECPrivateKey read(String text) {
        try {
            byte[] encoded = Base64.getDecoder().decode(text.replaceAll("-----[A-Z ]+-----|\\s", ""));
            if (KeyFactory.getInstance("EC").generatePrivate(
                    new PKCS8EncodedKeySpec(encoded)) instanceof ECPrivateKey key) {
                new ECDSASigner(key);
                return key;
            }
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "attune.notification.apns.key must be PKCS#8 of P-256, in base64, as in the .p8 file", e);
        }
        throw new IllegalArgumentException("attune.notification.apns.key must be a key of P-256");
    }

    private record Signed(String text, Instant at) {}
}
