package attune.embedded;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/**
 * Signs tokens with the key of an {@link EmbeddedIdentity}, without asking it over HTTP: good ones for demo people, bad
 * ones of every kind for tests, many at once for benchmarks. Safe for use by several threads.
 */
public final class TestTokens {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final RSAKey key;
    private final RSASSASigner signer;
    private final String issuer;
    private final InstantSource clock;

    TestTokens(RSAKey key, String issuer, InstantSource clock) {
        this.key = key;
        this.signer = signerOf(key);
        this.issuer = issuer;
        this.clock = clock;
    }

    /** A good token, one hour long, for a demo person. */
    public String of(String demoPerson) {
        return about(demoPerson).signed();
    }

    /**
     * The draft of a good token, to be changed before it is signed.
     *
     * @param person the subject; a demo person brings the role that goes with it, anybody else is a client
     */
    public Draft about(String person) {
        Instant now = clock.instant();
        String role = DemoPeople.find(person).map(DemoPeople.Person::role).orElse(DemoPeople.Role.CLIENT).claim();
        return new Draft(new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(person)
                .audience(List.of("attune"))
                .claim("roles", List.of(role))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .build(), JOSEObjectType.JWT);
    }

    /**
     * Good tokens for many people at once, on all cores; about a millisecond each.
     *
     * @param people the subjects, each of them a client unless they are a demo person
     * @param lifetime how long the tokens are good, from now
     * @return one token a person, in the order of the people
     */
    public List<String> of(Collection<String> people, Duration lifetime) {
        return people.parallelStream().map(person -> about(person).lasting(lifetime).signed()).toList();
    }

    /** A token in the making. Immutable: every change is a new draft. */
    public final class Draft {

        private final JWTClaimsSet claims;
        private final JOSEObjectType type;

        private Draft(JWTClaimsSet claims, JOSEObjectType type) {
            this.claims = claims;
            this.type = type;
        }

        /** With one claim changed, or taken out if the value is null. */
        public Draft with(String claim, @Nullable Object value) {
            return new Draft(new JWTClaimsSet.Builder(claims).claim(claim, value).build(), type);
        }

        /** With these roles instead. */
        public Draft withRoles(String... roles) {
            return with("roles", List.of(roles));
        }

        /** Good from now on for that long; a negative duration makes a token that has expired. */
        public Draft lasting(Duration lifetime) {
            return with("exp", Date.from(clock.instant().plus(lifetime)));
        }

        Draft ofType(String header) {
            return new Draft(claims, new JOSEObjectType(header));
        }

        /** Signed with the provider's key. */
        public String signed() {
            return sign(claims, key.getKeyID(), signer);
        }

        /** Signed with another key under the provider's key id. */
        public String signedByAStranger() {
            return sign(claims, key.getKeyID(), signerOf(SigningKey.fresh()));
        }

        /** Not signed at all, with the algorithm {@code none}. */
        public String unsigned() {
            return new PlainJWT(claims).serialize();
        }

        private String sign(JWTClaimsSet signedClaims, String keyId, RSASSASigner with) {
            try {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).type(type).build(), signedClaims);
                token.sign(with);
                return token.serialize();
            } catch (JOSEException e) {
                throw new EmbeddedException.Failed("A token could not be signed.", e);
            }
        }
    }

    /** The claims of a token of ours of that type, or empty if its signature or its time is wrong. */
    Optional<JWTClaimsSet> verified(String token, String type) throws ParseException {
        SignedJWT jwt = SignedJWT.parse(token);
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        try {
            boolean good = new JOSEObjectType(type).equals(jwt.getHeader().getType())
                    && JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new RSASSAVerifier(key))
                    && claims.getExpirationTime() != null
                    && claims.getExpirationTime().toInstant().isAfter(clock.instant());
            return good ? Optional.of(claims) : Optional.empty();
        } catch (JOSEException e) {
            throw new EmbeddedException.Failed("A token could not be verified.", e);
        }
    }

    private static RSASSASigner signerOf(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new EmbeddedException.Failed("The signing key cannot sign.", e);
        }
    }
}
