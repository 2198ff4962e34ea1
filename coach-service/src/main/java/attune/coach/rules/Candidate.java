package attune.coach.rules;

/** What became of a rule whose condition holds. */
sealed interface Candidate {

    /** It has a card to offer. */
    record Offer(Rule rule, Card card, Match match) implements Candidate {}

    /** It stands back; the reason is a short name, such as {@code sign-of-fear}. */
    record Withheld(String rule, String reason) implements Candidate {}
}
