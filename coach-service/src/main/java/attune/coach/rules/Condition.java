package attune.coach.rules;

import java.util.Optional;
import java.util.Set;

import attune.coach.client.ClientState;

/** When a rule applies: a pure function of what is known of the client and what they just told. */
interface Condition {

    /** The names of the numbers that the rule book has to give. */
    Set<String> numbers();

    /** Whether the rule applies, and why. The state contains the moment already. */
    Optional<Match> match(Rule rule, ClientState state, Moment moment);
}
