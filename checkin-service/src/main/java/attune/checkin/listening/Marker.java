package attune.checkin.listening;

/** What the words around a passage may show. */
enum Marker {
    /** It is not so. */
    NEGATION,
    /** Sounds like a negation of what follows and is none. */
    NO_NEGATION,
    /** It is long ago. */
    PAST,
    /** It is now, or has come back. */
    PRESENT,
    /** It is over: the person says that they are well again. */
    OVER,
    /** It is only thought of. */
    HYPOTHETICAL,
    /** Somebody who is not the partner says what follows. */
    REPORT,
    /** He, she or they say what follows. */
    SAID,
    /** The writer speaks of themselves again. */
    OWN_WORDS,
    /** A way of speaking, a title, a song. */
    IDIOM,
    /** Told of in a film, a book, the news. */
    MEDIA,
    /** A laugh. */
    JOKE,
    /** An occasion or a reason of everyday life that explains what would be alarming without it. */
    EVERYDAY,
    /** Somebody, or a form, asked for what follows. */
    ASKED,
    /** The answer was no. */
    DENIED,
    /** It came back or goes on, whatever was long ago. */
    RETURNED
}
