package attune.system;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

/** Tokens for client-1 that nobody may accept; made with the sign-in's own key where an attacker could not go further. */
final class Forgery {

    private static final int HOUR = 3600;

    private Forgery() {}

    /** Bad tokens by what is wrong with them. */
    static Map<String, String> all(House house) throws Exception {
        RSAKey key = RSAKey.parse(Files.readString(house.dataOf(House.SIGN_IN).resolve("signing-key.json")));
        JWSSigner signer = new RSASSASigner(key);
        RSAKey stranger = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
        byte[] publicKey = key.toRSAPublicKey().getEncoded();
        JWTClaimsSet good = claims(house, claims -> claims);
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("wrong audience", signed(key, signer, claims(house, claims -> claims.audience("another"))));
        tokens.put("no audience", signed(key, signer, claims(house, claims -> claims.audience((String) null))));
        tokens.put("wrong issuer",
                signed(key, signer, claims(house, claims -> claims.issuer("http://localhost:1/evil"))));
        tokens.put("expired", signed(key, signer, claims(house, claims -> claims.expirationTime(at(-HOUR)))));
        tokens.put("no end", signed(key, signer, claims(house, claims -> claims.expirationTime(null))));
        tokens.put("not good yet", signed(key, signer, claims(house, claims -> claims.notBeforeTime(at(HOUR)))));
        tokens.put("algorithm none", new PlainJWT(good).serialize());
        tokens.put("HS256 with the public key", hmac(key, publicKey, good));
        tokens.put("a stranger's signature", signed(key, new RSASSASigner(stranger), good));
        tokens.put("no token at all", "x");
        return tokens;
    }

    private static JWTClaimsSet claims(House house, UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder().issuer(house.issuer()).subject("client-1").audience("attune")
                .claim("roles", List.of("client")).issueTime(at(0)).notBeforeTime(at(-1)).expirationTime(at(HOUR)))
                .build();
    }

    @SuppressWarnings("TimeZoneUsage") // the system under test lives by the real clock
    private static Date at(int secondsFromNow) {
        return Date.from(Instant.now().plusSeconds(secondsFromNow));
    }

    private static String signed(RSAKey key, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(JOSEObjectType.JWT).build(),
                signer, claims);
    }

    private static String hmac(RSAKey key, byte[] secret, JWTClaimsSet claims) throws JOSEException {
        return signed(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).type(JOSEObjectType.JWT).build(),
                new MACSigner(secret), claims);
    }

    private static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    /** A good one made the same way, which shows that the bad ones are refused for what is wrong with them. */
    static String good(House house) throws IOException, java.text.ParseException, JOSEException {
        RSAKey key = RSAKey.parse(Files.readString(house.dataOf(House.SIGN_IN).resolve("signing-key.json")));
        return signed(key, new RSASSASigner(key), claims(house, claims -> claims));
    }
}
