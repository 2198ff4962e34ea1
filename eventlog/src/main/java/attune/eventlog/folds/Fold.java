package attune.eventlog.folds;

import java.util.List;
import java.util.Optional;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.metrics.Stage;
import attune.eventlog.records.Recorded;
import attune.events.Event;
import attune.events.Log;
import attune.events.PersonId;

/**
 * What a service makes of a log. Pure: the same events give the same documents and the same decisions, in whatever
 * batches they come. No clock but {@link Recorded#recordedAt()}, no random number, no look-up.
 */
public interface Fold<E extends Event> {

    /** The name: of the function bean, of the consumer group's last part, in positions, metrics and dead letters. */
    String name();

    /** The log that it reads. */
    Log log();

    /** All kinds of documents that it keeps. No other fold may keep one of them. */
    List<DocumentKind<?>> documents();

    /**
     * What an event changes. Each document is changed by itself: an update sees the state of its own document only, so
     * that a crash between two writes leaves nothing half known.
     */
    List<Update<?>> updates(Recorded<E> recorded);

    /**
     * How a person's documents say that an event about them could not be handled and that they are incomplete from here
     * on.
     */
    default List<Update<?>> incomplete(PersonId person) {
        return List.of();
    }

    /** The stage of the main job that is reached when an event is in the documents. */
    default Optional<Stage> stageWhenApplied() {
        return Optional.empty();
    }

    /** The stage of the main job that is reached when a decision stands on the log. */
    default Optional<Stage> stageWhenDecided() {
        return Optional.empty();
    }
}
