package attune.local.api;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Does the same for each of many, some of them at once. */
public final class SideBySide {

    private SideBySide() {}

    /**
     * Waits until it is done for all; the results stand in the order of the things.
     *
     * @param atOnce how many at once, at least 1
     * @throws UnreachableException if that was thrown for one of them
     */
    public static <T, R> List<R> map(Collection<T> things, int atOnce, Function<T, R> action) {
        Semaphore free = new Semaphore(atOnce);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<R>> results = things.stream()
                    .map(thing -> CompletableFuture.supplyAsync(() -> inTurn(free, thing, action), threads))
                    .toList();
            return results.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UnreachableException unreachable ? unreachable : e;
        }
    }

    private static <T, R> R inTurn(Semaphore free, T thing, Function<T, R> action) {
        free.acquireUninterruptibly();
        try {
            return action.apply(thing);
        } finally {
            free.release();
        }
    }
}
