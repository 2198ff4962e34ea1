package attune.notification.seals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts so that nobody else can read or change them (AES-256-GCM), each for one purpose only. The nonce follows
 * from the text and the purpose under a key of its own, so the same text is sealed alike each time and no nonce is ever
 * used for two texts. Safe for use by many threads.
 */
public final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 4_096;

    private final List<Keys> keys;

    /**
     * A seal with these keys.
     *
     * @param hexadecimal 64 digits each: the first seals, all open
     */
    public Seal(List<String> hexadecimal) {
        this.keys = hexadecimal.stream().map(Keys::from).toList();
        if (isOn()) {
            // Loads what the ciphers need now, on a thread that may wait.
            var _ = open("warm-up", close("warm-up", "warm-up"));
        }
    }

    /** Whether it can seal anything. */
    public boolean isOn() {
        return !keys.isEmpty();
    }

    /** The sealed form: base64url. Without a key it is an {@link IllegalStateException}. */
    public String close(String purpose, String text) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("There is no key to seal with");
        }
        Keys first = keys.getFirst();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] nonce = Arrays.copyOf(mac(first.nonce(), purpose, bytes), NONCE);
            byte[] sealed = run(Cipher.ENCRYPT_MODE, first.seal(), purpose, nonce, bytes);
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK can seal with AES-GCM", e);
        }
    }

    /** What was sealed for this purpose; empty for anything else. */
    public Optional<String> open(String purpose, String sealed) {
        byte[] bytes;
        try {
            bytes = sealed.length() > LONGEST ? new byte[0] : Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        return bytes.length <= NONCE
                ? Optional.empty()
                : keys.stream().flatMap(one -> open(one, purpose, bytes).stream()).findFirst();
    }

    private static Optional<String> open(Keys keys, String purpose, byte[] bytes) {
        try {
            byte[] text = run(Cipher.DECRYPT_MODE, keys.seal(), purpose, Arrays.copyOf(bytes, NONCE),
                    Arrays.copyOfRange(bytes, NONCE, bytes.length));
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private static byte[] run(int mode, SecretKeySpec key, String purpose, byte[] nonce, byte[] content)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(content);
    }

    private static byte[] mac(SecretKeySpec key, String purpose, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(MAC);
        mac.init(key);
        byte[] start = purpose.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(start.length).flip());
        mac.update(start);
        return mac.doFinal(text);
    }

    /** What is derived from one key: one that seals, and one that nonces follow from. */
    private record Keys(SecretKeySpec seal, SecretKeySpec nonce) {

        static Keys from(String hexadecimal) {
            SecretKeySpec key = new SecretKeySpec(HexFormat.of().parseHex(hexadecimal), MAC);
            try {
                return new Keys(new SecretKeySpec(mac(key, "seal", new byte[0]), "AES"),
                        new SecretKeySpec(mac(key, "nonce", new byte[0]), MAC));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has HmacSHA256", e);
            }
        }
    }
}
