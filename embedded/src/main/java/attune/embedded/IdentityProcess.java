package attune.embedded;

import java.time.Duration;
import java.util.Set;

/**
 * {@link EmbeddedIdentity} as a process of its own. Arguments: {@code --folder=PATH}, {@code --port=NUMBER} (0 for any),
 * {@code --lifetime=SECONDS} of a token (3600). Says {@code READY issuer}.
 */
public final class IdentityProcess {

    private static final int LIFETIME = 3600;

    private IdentityProcess() {}

    /** Runs until SIGTERM. */
    public static void main(String[] arguments) {
        ProcessRun.run(arguments, Set.of("folder", "port", "lifetime"), told -> {
            EmbeddedIdentity identity = EmbeddedIdentity.start(EmbeddedIdentity.Settings.in(told.folder())
                    .onPort(told.port("port")).lasting(Duration.ofSeconds(told.number("lifetime", LIFETIME))));
            return new ProcessRun.Running(identity.issuer(), identity);
        });
    }
}
