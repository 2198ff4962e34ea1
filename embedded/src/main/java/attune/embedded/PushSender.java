package attune.embedded;

import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/** Whether a sender says who they are as RFC 8292 wants it: a signed token for this origin that does not last long. */
final class PushSender {

    private static final Pattern VAPID = Pattern.compile("vapid t=([\\w.-]+), ?k=([\\w-]+)");
    private static final Duration LONGEST = Duration.ofHours(24);

    private PushSender() {}

    static boolean isAuthorised(@Nullable String authorization, String origin, Instant now) {
        Matcher vapid = VAPID.matcher(authorization == null ? "" : authorization);
        if (!vapid.matches()) {
            return false;
        }
        try {
            SignedJWT token = SignedJWT.parse(vapid.group(1));
            Instant until = token.getJWTClaimsSet().getExpirationTime().toInstant();
            return token.verify(new ECDSAVerifier(PushDevice.key(Base64.getUrlDecoder().decode(vapid.group(2)))))
                    && token.getJWTClaimsSet().getAudience().contains(origin)
                    && until.isAfter(now) && until.isBefore(now.plus(LONGEST));
        } catch (ParseException | JOSEException | GeneralSecurityException | RuntimeException _) {
            return false;
        }
    }
}
