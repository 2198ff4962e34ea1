package attune.embedded;

import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * What happens when the broker meets a fault it cannot survive. As shipped it ends the process without a word to the
 * person in front of it; here it says so first. While a broker starts, the fault becomes an exception of the start.
 */
final class BrokerFaults {

    private static final ThreadLocal<Boolean> STARTING = ThreadLocal.withInitial(() -> false);

    private BrokerFaults() {}

    /** Takes over the broker's two ways to end the process. May be called often; there is one pair for the process. */
    static void install() {
        Exit.setExitProcedure((status, message) -> {
            tell(message);
            System.exit(status);
        });
        Exit.setHaltProcedure((status, message) -> {
            tell(message);
            Runtime.getRuntime().halt(status);
        });
    }

    /** Runs a start; a fatal fault on this thread is thrown instead of ending the process. */
    static void whileStarting(Runnable start) {
        STARTING.set(true);
        try {
            start.run();
        } finally {
            STARTING.remove();
        }
    }

    private static void tell(@Nullable String message) {
        String told = "The embedded Kafka broker met a fault that it cannot survive%s. Often the disk is full or the data folder was removed; the log above says more."
                .formatted(message == null ? "" : ": " + message);
        if (STARTING.get()) {
            throw new EmbeddedException.Failed(told, null);
        }
        System.err.println(told);
    }
}
