package attune.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One {@link House} for all tests that leave it as they found it, started with the first of them. It climbs the steps of a
 * case in seconds instead of minutes, and can send pushes.
 */
final class SharedHouse implements ParameterResolver {

    /** Long enough that a test can acknowledge a case before. */
    static final Duration PUSH_AFTER = Duration.ofSeconds(6);
    static final Duration EMAIL_AFTER = Duration.ofSeconds(9);
    static final Duration BACKUP_AFTER = Duration.ofSeconds(14);

    private static final Namespace NAMESPACE = Namespace.create(SharedHouse.class);
    /** A third of the time of a case lies between two rungs of its ladder. */
    private static final int RUNGS = 3;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == House.class;
    }

    @Override
    public House resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The store closes it when the last test of the module is over.
        return context.getRoot().getStore(NAMESPACE)
                .computeIfAbsent(Start.class, _ -> Start.of(folder("shared")), Start.class)
                .house();
    }

    /** A start, or why it failed: it is tried once, not once a test. */
    private record Start(@Nullable House started, @Nullable Throwable failure) implements AutoCloseable {

        static Start of(Path folder) {
            try {
                return new Start(House.start(folder, hurried()), null);
            } catch (RuntimeException | AssertionError e) {
                return new Start(null, e);
            }
        }

        House house() {
            if (started == null) {
                throw new AssertionError("The house does not stand", failure);
            }
            return started;
        }

        @Override
        public void close() {
            if (started != null) {
                started.close();
            }
        }
    }

    /** What differs from the compose file, by service. */
    private static Map<String, Map<String, String>> hurried() {
        Map<String, String> notification = new HashMap<>(PushKeys.environment());
        notification.put("ATTUNE_NOTIFICATION_PUSH_INSIDETOO", "true");
        notification.put("ATTUNE_NOTIFICATION_DELIVERY_CASES_PUSHAFTER", PUSH_AFTER.toSeconds() + "s");
        notification.put("ATTUNE_NOTIFICATION_DELIVERY_CASES_EMAILAFTER", EMAIL_AFTER.toSeconds() + "s");
        return Map.of("notification-service", notification, "coach-service", Map.of("ATTUNE_COACH_SAFETY_URGENT",
                BACKUP_AFTER.multipliedBy(RUNGS).toSeconds() + "s"));
    }

    /** A new folder for data and output, which stays for a look afterwards until the next {@code clean}. */
    static Path folder(String name) {
        try {
            Path houses = Files.createDirectories(House.PROJECT.resolve("system-tests/target/houses"));
            return Files.createTempDirectory(houses, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
