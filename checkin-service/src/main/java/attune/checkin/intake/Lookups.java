package attune.checkin.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Looks documents up by their ids, many at once: while a query is under way, all who ask meanwhile wait for the next,
 * which asks for all of them. Nobody waits when nothing is under way. Safe for use by many threads.
 */
public final class Lookups<S> {

    private static final int MOST = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Function<Collection<String>, Mono<Map<String, S>>> query;
    private final Queue<Asked<S>> asked = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * Look-ups by one query.
     *
     * @param query gives what exists of the ids, by id
     */
    public Lookups(Function<Collection<String>, Mono<Map<String, S>>> query) {
        this.query = query;
    }

    /** What exists under the id; empty if nothing does, a 503 if the database does not answer in time. */
    public Mono<S> find(String id) {
        return Mono.create(sink -> {
            asked.add(new Asked<>(id, sink));
            askNext();
        });
    }

    private void askNext() {
        while (!asked.isEmpty() && busy.compareAndSet(false, true)) {
            List<Asked<S>> batch = take();
            if (batch.isEmpty()) {
                busy.set(false);
            } else {
                ask(batch);
            }
        }
    }

    private List<Asked<S>> take() {
        List<Asked<S>> batch = new ArrayList<>();
        for (Asked<S> next = asked.poll(); next != null; next = batch.size() < MOST ? asked.poll() : null) {
            batch.add(next);
        }
        return batch;
    }

    /** The next query goes out before these are answered, so that answering does not hold it up. */
    private void ask(List<Asked<S>> batch) {
        query.apply(batch.stream().map(Asked::id).collect(Collectors.toUnmodifiableSet()))
                .timeout(PATIENCE)
                .doOnTerminate(this::goOn)
                .subscribe(found -> batch.forEach(one -> one.answer(found.get(one.id()))),
                        _ -> batch.forEach(one -> one.sink().error(IntakeProblems.notNow())));
    }

    private void goOn() {
        busy.set(false);
        askNext();
    }

    private record Asked<S>(String id, MonoSink<S> sink) {

        private void answer(@Nullable S found) {
            if (found == null) {
                sink.success();
            } else {
                sink.success(found);
            }
        }
    }
}
