package attune.checkin.listening;

/** Kinds of context that may take a finding down or give it to somebody else. */
enum Heeding {
    /** The text says that it is not so. */
    NEGATION,
    /** It is long ago, or over. */
    PAST,
    /** It is only thought of. */
    HYPOTHETICAL,
    /** Somebody else said it, and of themselves. */
    REPORT,
    /** A film, a song, a way of speaking. */
    IDIOM,
    /** It is said with a laugh. */
    JOKE,
    /** Everyday life explains it: a journey, a feast, a hobby, the shopping. */
    EVERYDAY,
    /** It is asked in general. */
    QUESTION
}
