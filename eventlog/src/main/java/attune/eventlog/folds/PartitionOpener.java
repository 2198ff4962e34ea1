package attune.eventlog.folds;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.positions.FoldPosition;
import attune.eventlog.records.LogReader.Extent;
import attune.eventlog.records.LogRecord;
import attune.events.DecodedEvent.Decoded;
import attune.events.Log;
import attune.events.Position;

/**
 * Takes up a partition: finds the stored position, checks that the log is still the one it belongs to, and learns which
 * decisions stand on the own log already.
 */
final class PartitionOpener {

    private static final Logger LOGGER = LoggerFactory.getLogger(PartitionOpener.class);

    private final Fold<?> fold;
    private final FoldContext context;

    PartitionOpener(Fold<?> fold, FoldContext context) {
        this.fold = fold;
        this.context = context;
    }

    FoldPartition open(int number) {
        FoldPosition stored = context.positions().load(fold.name(), number);
        if (!stored.valid()) {
            drop(number, "drop-was-interrupted");
            stored = FoldPosition.start(fold.name(), number);
        } else if (!belongsToLog(stored)) {
            drop(number, "log-lost-its-tail");
            stored = FoldPosition.start(fold.name(), number);
        }
        FoldPartition partition = new FoldPartition(fold.log(), stored, stored.decisionsFrom());
        context.reader().readToEnd(ownLog(), number, stored.decisionsFrom(), record -> note(partition, record));
        context.progress().reached(fold.name(), number, stored.next());
        return partition;
    }

    private static void note(FoldPartition partition, LogRecord record) {
        if (record.decoded() instanceof Decoded decoded) {
            partition.standsOnLog(decoded.envelope().cause(), decoded.envelope().id(), record.position().offset());
        }
    }

    /**
     * A power cut may take the tail of a log that the database has seen. Offsets are then used again for other events,
     * which "seen" would skip.
     */
    private boolean belongsToLog(FoldPosition stored) {
        if (stored.next() == 0) {
            return true;
        }
        Extent extent = context.reader().extent(fold.log(), stored.partition());
        if (extent.end() < stored.next()) {
            return false;
        }
        if (stored.lastOffset() < extent.start()) {
            return true;
        }
        Position position = new Position(fold.log(), stored.partition(), stored.lastOffset());
        return context.reader().at(position)
                .map(record -> record.decoded() instanceof Decoded decoded
                        && decoded.envelope().id().equals(stored.last()))
                .orElse(false);
    }

    /** Deletes all that the fold has made of a partition. */
    void drop(int number, String reason) {
        LOGGER.atError().addKeyValue("fold", fold.name()).addKeyValue("partition", number)
                .addKeyValue("reason", reason)
                .log("What was folded from this partition is dropped and made again from the start of the log");
        context.metrics().rebuilt(fold.name(), reason);
        context.positions().invalidate(fold.name(), number);
        for (DocumentKind<?> kind : fold.documents()) {
            context.documents().deletePartition(kind, number);
        }
        context.deadLetters().forget(fold.name(), number);
        context.positions().forget(fold.name(), number);
    }

    private Log ownLog() {
        return context.appender().log();
    }
}
