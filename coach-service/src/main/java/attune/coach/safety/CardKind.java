package attune.coach.safety;

/** Whom a card turns to; the safety gate goes by it. */
public enum CardKind {
    /** The client alone. */
    INDIVIDUAL,
    /** The other person: it asks the client to do something with them or toward them. */
    DYADIC,
    /** The other person too: it asks the client to show them something of themselves. */
    DISCLOSURE;

    /** Whether it turns to the other person. */
    public boolean couple() {
        return this != INDIVIDUAL;
    }
}
