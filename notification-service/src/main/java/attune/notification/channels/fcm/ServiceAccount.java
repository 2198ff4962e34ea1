package attune.notification.channels.fcm;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who sends.
 *
 * @param tokenUri where an assertion is turned into an access token
 */
record ServiceAccount(String project, String email, String keyId, PrivateKey key, URI tokenUri) {

    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
    private static final Duration LASTS = Duration.ofHours(1);

    /** Reads the key file that Firebase hands out, as it is or in base64. */
    static ServiceAccount read(String text) {
        try {
            JsonNode json = new JsonMapper().readTree(text.strip().startsWith("{")
                    ? text
                    : new String(Base64.getDecoder().decode(text.replaceAll("\\s", "")), StandardCharsets.UTF_8));
            byte[] encoded = Base64.getDecoder()
                    .decode(text(json, "private_key").replaceAll("-----[A-Z ]+-----|\\s", ""));
            return new ServiceAccount(text(json, "project_id"), text(json, "client_email"),
                    text(json, "private_key_id"),
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)),
                    URI.create(text(json, "token_uri")));
        } catch (GeneralSecurityException | RuntimeException _) {
            // The cause may repeat the key.
            throw new IllegalArgumentException(
                    "attune.notification.fcm.service-account must be the key file of a service account");
        }
    }

    private static String text(JsonNode json, String name) {
        String text = json.path(name).asString("");
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    /** Says who we are, for an hour. */
    String assertion(Instant now) {
        try {
            SignedJWT assertion = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(),
                    new JWTClaimsSet.Builder()
                            .issuer(email)
                            .audience(tokenUri.toString())
                            .claim("scope", SCOPE)
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plus(LASTS)))
                            .build());
            assertion.sign(new RSASSASigner(key));
            return assertion.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("An RSA key signs", e);
        }
    }
}
