package attune.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider for one machine that knows the {@link DemoPeople} and nobody else. People sign in on its page with
 * the authorization code flow and PKCE; programs ask for a token by a demo person's name. There are no passwords, so it
 * listens on the loopback address only and hands codes only to pages of this machine.
 *
 * <p>
 * Its signing key stays in the folder: tokens and sessions outlive a restart. Safe for use by several threads.
 */
public final class EmbeddedIdentity implements AutoCloseable {

    private static final String WHO = "The embedded sign-in";

    private final @Nullable DataFolder folder;
    private final LoopbackHttp http;
    private final TestTokens tokens;
    private final String issuer;

    private EmbeddedIdentity(@Nullable DataFolder folder, LoopbackHttp http, TestTokens tokens, String issuer) {
        this.folder = folder;
        this.http = http;
        this.tokens = tokens;
        this.issuer = issuer;
    }

    /**
     * How to start the provider.
     *
     * @param folder where it keeps its signing key, made if missing; null for a key that ends with it
     * @param port where it listens, 1 to 65535, or 0 for any free port
     * @param lifetime how long a token is good, one hour by default
     */
    public record Settings(@Nullable Path folder, int port, Duration lifetime) {

        private static final Duration ONE_HOUR = Duration.ofHours(1);

        public static Settings in(Path folder) {
            return new Settings(folder, 0, ONE_HOUR);
        }

        public static Settings inMemory() {
            return new Settings(null, 0, ONE_HOUR);
        }

        public Settings onPort(int newPort) {
            return new Settings(folder, newPort, lifetime);
        }

        public Settings lasting(Duration newLifetime) {
            return new Settings(folder, port, newLifetime);
        }
    }

    /**
     * Starts the provider.
     *
     * @throws EmbeddedException if the port or the folder cannot be had
     */
    public static EmbeddedIdentity start(Settings settings) {
        DataFolder folder = settings.folder() == null ? null : DataFolder.open(settings.folder());
        try {
            RSAKey key = folder == null ? SigningKey.fresh() : SigningKey.in(folder.path());
            return serve(LoopbackHttp.bind(WHO, settings.port()), folder, key, settings.lifetime());
        } catch (RuntimeException e) {
            if (folder != null) {
                folder.close();
            }
            throw e;
        }
    }

    private static EmbeddedIdentity serve(LoopbackHttp http, @Nullable DataFolder folder, RSAKey key,
            Duration lifetime) {
        String issuer = "http://localhost:" + http.port() + "/attune";
        TestTokens tokens = new TestTokens(key, issuer, InstantSource.system());
        http.serve(new IdentityRoutes(new IdentityProvider(key, issuer, lifetime), tokens, lifetime));
        return new EmbeddedIdentity(folder, http, tokens, issuer);
    }

    /** The issuer, such as {@code http://localhost:8090/attune}; its metadata is where OpenID discovery expects it. */
    public String issuer() {
        return issuer;
    }

    /** Where verifiers get the public key. */
    public String jwksUri() {
        return issuer + "/jwks";
    }

    /** The port the provider listens on. */
    public int port() {
        return http.port();
    }

    /** Signs tokens with the provider's key, good ones and bad ones. */
    public TestTokens tokens() {
        return tokens;
    }

    /** Stops at once and gives the folder back. */
    @Override
    public void close() {
        http.close();
        if (folder != null) {
            folder.close();
        }
    }
}
