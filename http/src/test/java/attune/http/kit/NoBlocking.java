package attune.http.kit;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;

/**
 * Fails a test during which a thread that must not block did. Put {@code @ExtendWith(NoBlocking.class)} on tests that
 * speak real HTTP. A call that may block is allowed by a {@code BlockHoundIntegration} of the module, with its reason.
 */
public final class NoBlocking implements BeforeEachCallback, AfterEachCallback {

    private static final Queue<BlockingOperationError> FOUND = new ConcurrentLinkedQueue<>();

    static {
        BlockHound.builder()
                .loadIntegrations()
                // Only noted: thrown into the middle of a library, it would leave a request without an answer.
                .blockingMethodCallback(method -> note(new BlockingOperationError(method)))
                // Class loading and the seed of random numbers happen once, wherever the first use is.
                .allowBlockingCallsInside("java.lang.ClassLoader", "loadClass")
                .allowBlockingCallsInside("java.security.SecureRandom", "next")
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                // Jackson builds what reads a type once, under a lock that the second thread waits for a moment.
                .allowBlockingCallsInside("tools.jackson.databind.deser.DeserializerCache",
                        "_createAndCacheValueDeserializer")
                .allowBlockingCallsInside("tools.jackson.databind.ser.SerializerCache",
                        "addAndResolveNonTypedSerializer")
                // The database driver holds short locks around its own state, on its own event loops.
                .allowBlockingCallsInside("com.mongodb.internal.Locks", "withLock")
                .allowBlockingCallsInside("com.mongodb.internal.Locks", "checkedWithLock")
                .install();
    }

    /** A worker that waits for its next task is idle, and BlockHound's own exception for it does not always hold. */
    private static void note(BlockingOperationError error) {
        boolean idle = Arrays.stream(error.getStackTrace())
                .anyMatch(frame -> frame.getClassName().endsWith("$DelayedWorkQueue"));
        if (!idle) {
            FOUND.add(error);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        FOUND.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        BlockingOperationError found = FOUND.poll();
        if (found != null) {
            throw new AssertionError("a thread that must not block did", found);
        }
    }
}
