package attune.eventlog.folds;

/** The steps of a batch between which a process may die. */
public enum FoldStep {
    LOADED,
    BEFORE_APPEND,
    APPENDED,
    BEFORE_SAVE,
    SAVED,
    MOVED;

    /** Is told when a step is reached. Tests kill the process in it. */
    @FunctionalInterface
    public interface Listener {

        /** Listens to nothing. */
        Listener NONE = (_, _) -> {};

        void reached(String fold, FoldStep step);
    }
}
