package attune.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One {@link House} for all tests that leave it as they found it, started with the first of them. */
final class SharedHouse implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedHouse.class);

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
                return new Start(House.start(folder), null);
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
