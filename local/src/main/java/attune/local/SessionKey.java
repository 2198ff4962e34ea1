package attune.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What seals the sessions of browsers: made once a data folder, so that people stay signed in over a restart. */
final class SessionKey {

    private static final String FILE = "session.key";
    private static final int BYTES = 32;

    private SessionKey() {}

    /**
     * The key, as 64 hexadecimal digits.
     *
     * @throws StartException if it cannot be kept
     */
    static String in(HomeFolder folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[BYTES];
                new SecureRandom().nextBytes(key);
                Path draft = folder.resolve(FILE + ".new");
                Files.deleteIfExists(draft);
                Files.createFile(draft,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(draft, HexFormat.of().formatHex(key));
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartException("The key of sessions %s cannot be kept: check the rights of the data folder."
                    .formatted(file), e);
        }
    }

    /** Another key for another purpose, so that there is one file to keep. */
    static String derived(String key, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
