package attune.embedded;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The keys of a device, and how it decrypts a push: RFC 8291 over RFC 8188, by nothing but the JDK. */
final class PushDevice {

    private static final int SALT = 16;
    private static final int POINT = 65;
    private static final int COORDINATE = 32;
    private static final byte LAST_RECORD = 2;

    private final KeyPair keys;
    private final byte[] secret;

    private PushDevice(KeyPair keys, byte[] secret) {
        this.keys = keys;
        this.secret = secret;
    }

    static PushDevice create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            byte[] secret = new byte[SALT];
            new SecureRandom().nextBytes(secret);
            return new PushDevice(generator.generateKeyPair(), secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    String publicKey() {
        return base64(point((ECPublicKey) keys.getPublic()));
    }

    String secret() {
        return base64(secret);
    }

    /** The text of a push; empty if it is not for this device. */
    Optional<byte[]> decrypt(byte[] body) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(body);
            byte[] salt = new byte[SALT];
            buffer.get(salt);
            buffer.getInt(); // the size of a record: a push has only one
            byte[] sender = new byte[Byte.toUnsignedInt(buffer.get())];
            buffer.get(sender);
            byte[] sealed = new byte[buffer.remaining()];
            buffer.get(sealed);
            return Optional.of(withoutPadding(open(salt, sender, sealed)));
        } catch (GeneralSecurityException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private byte[] open(byte[] salt, byte[] sender, byte[] sealed) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(key(sender), true);
        byte[] shared = hmac(secret, agreement.generateSecret());
        byte[] ikm = expand(shared, concat("WebPush: info\0".getBytes(StandardCharsets.US_ASCII),
                point((ECPublicKey) keys.getPublic()), sender), 32);
        byte[] prk = hmac(salt, ikm);
        byte[] key = expand(prk, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        byte[] nonce = expand(prk, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        return cipher.doFinal(sealed);
    }

    private static byte[] withoutPadding(byte[] clear) {
        int end = clear.length - 1;
        while (clear[end] == 0) {
            end--;
        }
        if (clear[end] != LAST_RECORD) {
            throw new IllegalArgumentException("A push has one record");
        }
        return Arrays.copyOf(clear, end);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    /** HKDF-Expand for at most one block. */
    private static byte[] expand(byte[] prk, byte[] about, int length) throws GeneralSecurityException {
        return Arrays.copyOf(hmac(prk, concat(about, new byte[]{1})), length);
    }

    private static byte[] concat(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    /** The uncompressed form of a public key. */
    private static byte[] point(ECPublicKey key) {
        return concat(new byte[]{4}, coordinate(key.getW().getAffineX()), coordinate(key.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] coordinate = new byte[COORDINATE];
        int skip = Math.max(0, bytes.length - COORDINATE);
        System.arraycopy(bytes, skip, coordinate, COORDINATE - bytes.length + skip, bytes.length - skip);
        return coordinate;
    }

    /** The public key of an uncompressed form. */
    static ECPublicKey key(byte[] point) throws GeneralSecurityException {
        if (point.length != POINT || point[0] != 4) {
            throw new GeneralSecurityException("Not an uncompressed point of P-256");
        }
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECPoint w = new ECPoint(new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
                new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, POINT)));
        return (ECPublicKey) KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(w, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
