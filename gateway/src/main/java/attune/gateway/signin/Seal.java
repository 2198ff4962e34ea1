package attune.gateway.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts so that nobody else can read or change them (AES-256-GCM), each for one purpose only. Safe for use by many
 * threads.
 */
final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final List<SecretKeySpec> keys;
    private final SecureRandom random;

    private Seal(List<SecretKeySpec> keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** A seal with these keys, or with one that ends with the process. */
    static Seal with(List<String> hexadecimal) {
        SecureRandom random = random();
        List<SecretKeySpec> keys = hexadecimal.isEmpty()
                ? List.of(key(bytes(random, KEY_BYTES)))
                : hexadecimal.stream().map(hex -> key(HexFormat.of().parseHex(hex))).toList();
        Seal seal = new Seal(keys, random);
        // Loads what the ciphers need now, on a thread that may wait.
        var _ = seal.open("warm-up", seal.close("warm-up", seal.secret()));
        return seal;
    }

    /** A secret that nobody can guess, 43 characters that need no escaping. */
    String secret() {
        return ENCODER.encodeToString(bytes(random, KEY_BYTES));
    }

    /** The sealed form: base64url. */
    String close(String purpose, String text) {
        byte[] nonce = bytes(random, NONCE);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, keys.getFirst(), purpose, nonce,
                text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("every JDK can seal with AES-GCM"));
        return ENCODER.encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    }

    /** What was sealed for this purpose; empty for anything else. */
    Optional<String> open(String purpose, String sealed) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        if (bytes.length <= NONCE) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(bytes, NONCE);
        byte[] content = Arrays.copyOfRange(bytes, NONCE, bytes.length);
        return keys.stream()
                .flatMap(key -> run(Cipher.DECRYPT_MODE, key, purpose, nonce, content).stream())
                .findFirst()
                .map(text -> new String(text, StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> run(int mode, SecretKeySpec key, String purpose, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(content));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private static SecretKeySpec key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Seeded once from the system; afterwards it waits for nothing. */
    private static SecureRandom random() {
        try {
            return SecureRandom.getInstance("DRBG");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has a DRBG", e);
        }
    }
}
