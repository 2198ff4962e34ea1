package attune.eventlog.positions;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import attune.events.Log;
import attune.events.Position;

/**
 * Waits until the read models of this service contain an event, so that who wrote it reads it. Waiting does not hold a
 * thread.
 */
public final class ReadYourWrites {

    private static final Duration HERE = Duration.ofMillis(2);
    private static final Duration ELSEWHERE = Duration.ofMillis(25);

    private final Function<Log, List<String>> folds;
    private final Progress progress;
    private final Positions positions;
    private final Duration patience;

    /**
     * A waiter.
     *
     * @param folds the folds of this service, by the log that they read
     * @param patience the longest wait
     */
    public ReadYourWrites(Function<Log, List<String>> folds, Progress progress, Positions positions,
            Duration patience) {
        this.folds = folds;
        this.progress = progress;
        this.positions = positions;
        this.patience = patience;
    }

    /**
     * Waits until all folds of this service that read the position's log have passed it.
     *
     * @return whether they have; false when the patience is over or the database is away
     */
    public Mono<Boolean> await(Position position) {
        return Flux.fromIterable(folds.apply(position.log()))
                .flatMap(fold -> passed(fold, position), 8)
                .all(passed -> passed)
                .timeout(patience, Mono.just(false))
                .onErrorReturn(false);
    }

    private Mono<Boolean> passed(String fold, Position position) {
        return Mono.defer(() -> next(fold, position.partition()))
                .filter(next -> next > position.offset())
                .map(_ -> true)
                .repeatWhenEmpty(empties -> empties.delayElements(pause(fold, position)));
    }

    private Duration pause(String fold, Position position) {
        return progress.next(fold, position.partition()).isPresent() ? HERE : ELSEWHERE;
    }

    private Mono<Long> next(String fold, int partition) {
        OptionalLong here = progress.next(fold, partition);
        return here.isPresent()
                ? Mono.just(here.getAsLong())
                : positions.find(fold, partition).map(FoldPosition::next);
    }
}
