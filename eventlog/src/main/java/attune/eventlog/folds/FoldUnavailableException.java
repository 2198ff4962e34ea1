package attune.eventlog.folds;

/** A fold has to wait: a log or a database is away, or another instance was faster. The batch comes again. */
final class FoldUnavailableException extends RuntimeException {

    FoldUnavailableException(String message) {
        super(message);
    }
}
