package attune.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/**
 * By which pushes are signed. They stay the same over restarts: browsers have subscribed with them.
 *
 * @param privateKey PKCS#8 in base64
 * @param publicKey X.509 in base64
 */
record PushKeys(String privateKey, String publicKey) {

    private static final String FILE = "push.key";

    /**
     * The keys of a data folder, made if it has none.
     *
     * @throws StartException if they cannot be kept
     */
    static PushKeys in(HomeFolder folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Path draft = folder.resolve(FILE + ".new");
                Files.deleteIfExists(draft);
                Files.createFile(draft,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(draft, fresh());
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.size() == 2) {
                return new PushKeys(lines.getFirst(), lines.getLast());
            }
        } catch (IOException e) {
            throw new StartException("The keys of pushes %s cannot be kept: check the rights of the data folder."
                    .formatted(file), e);
        }
        throw new StartException("The file %s does not hold the keys of pushes: remove it.".formatted(file));
    }

    private static List<String> fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            return List.of(base64(keys.getPrivate().getEncoded()), base64(keys.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
