package attune.checkin.intake;

import reactor.core.publisher.Mono;

import attune.events.JournalEvent;

/** Where things of one kind are found again once they are folded. */
@FunctionalInterface
public interface Shelf<E extends JournalEvent> {

    /**
     * What is kept under the id of what is said; empty if nothing is. An
     * {@link attune.http.problems.ProblemException} if it cannot be taken in whatever it says.
     */
    Mono<Kept<E>> find(Said<E> said);
}
