package attune.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/**
 * The one key that signs all tokens. Its id is its own thumbprint, so that a verifier which still holds an older key
 * notices and asks again.
 */
final class SigningKey {

    private static final int BITS = 2048;
    private static final String FILE = "signing-key.json";

    private SigningKey() {}

    static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new EmbeddedException.Failed("No signing key could be made.", e);
        }
    }

    /** The key of that folder, made at the first call. */
    static RSAKey in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.exists(file) ? RSAKey.parse(Files.readString(file)) : write(fresh(), file);
        } catch (ParseException e) {
            throw new EmbeddedException.FolderUnusable(folder,
                    FILE + " in it is no key; move it away, after which everybody signs in again", e);
        } catch (IOException e) {
            throw new EmbeddedException.FolderUnusable(folder, FILE + " in it cannot be read or written", e);
        }
    }

    /** Written aside and moved, so that a kill never leaves half a key. */
    private static RSAKey write(RSAKey key, Path file) throws IOException {
        Path aside = Files.createTempFile(file.getParent(), FILE, ".new");
        Files.writeString(aside, key.toJSONString());
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }
}
