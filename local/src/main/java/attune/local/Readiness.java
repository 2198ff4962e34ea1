package attune.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Whether a service says that it is ready, asked the way an orchestrator asks. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int OK = 200;

    private Readiness() {}

    /**
     * Waits until it is.
     *
     * @throws StartException if it is not within two minutes
     */
    static void await(Service service, Ports ports) {
        URI address = URI.create(ports.loopbackUrl(service.metricsDoor()) + "/actuator/health/readiness");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(address)) {
            if (System.nanoTime() > end) {
                throw new StartException("The %s was not ready within %d minutes; the log in the data folder says more."
                        .formatted(service.name(), PATIENCE.toMinutes()));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static boolean isReady(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            try {
                return connection.getResponseCode() == OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException _) {
            return false;
        }
    }
}
