package attune.local.play;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import attune.local.api.Api;
import attune.local.api.Reply;
import attune.local.api.UnreachableException;

/**
 * Sends items when they are due, whether or not the ones before are answered. Only what followed a conflict waits until
 * the conflict is accepted, as it does on a phone.
 */
final class Player {

    private final Api api;
    private final InstantSource clock;

    Player(Api api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Returns when each item was answered, or given up. */
    List<Told> play(List<Item> items) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Item, CompletableFuture<Told>> byItem = new HashMap<>();
            List<CompletableFuture<Told>> sent = new ArrayList<>();
            long start = System.nanoTime();
            for (Item item : items) {
                long due = start + item.due().toNanos();
                awaitDue(due);
                CompletableFuture<Told> before = item.conflict() == null ? null : byItem.get(item.conflict());
                CompletableFuture<Told> told = before == null
                        ? CompletableFuture.supplyAsync(() -> tell(item, due), threads)
                        : before.thenApplyAsync(_ -> tell(item, due), threads);
                byItem.put(item, told);
                sent.add(told);
            }
            return sent.stream().map(CompletableFuture::join).toList();
        }
    }

    private static void awaitDue(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private Told tell(Item item, long due) {
        Instant sentAt = clock.instant();
        return new Told(item, sentAt, due, put(item));
    }

    private @Nullable Reply put(Item item) {
        try {
            return api.put(item.client(), item.path(), item.body());
        } catch (UnreachableException _) {
            return null;
        }
    }
}
