package attune.coach.rules;

import java.util.List;
import java.util.Map;

import attune.events.Audience;
import attune.events.Subject;

/**
 * A rule's condition holds.
 *
 * @param why one sentence in the client's terms
 * @param inputs what the rule looked at: numbers and choices, never text
 * @param subject what the suggestion is about
 * @param audience with whom what it tells of is shared
 */
record Match(String why, Map<String, String> inputs, Subject subject, List<Audience> audience) {

    Match {
        inputs = Map.copyOf(inputs);
        audience = List.copyOf(audience);
    }

    /** About the moment itself. */
    static Match of(Moment moment, String why, Map<String, String> inputs) {
        return new Match(why, inputs, moment.subject(), moment.audience());
    }
}
