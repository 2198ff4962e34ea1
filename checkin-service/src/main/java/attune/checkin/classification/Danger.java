package attune.checkin.classification;

/** Who is in danger from whom, as far as words tell. */
public enum Danger {
    /** The writer, from their own hand. */
    TO_ONESELF,
    /** The writer, or a child with them, from somebody else. */
    FROM_ANOTHER,
    /** Somebody else, from the writer. */
    TO_ANOTHER
}
