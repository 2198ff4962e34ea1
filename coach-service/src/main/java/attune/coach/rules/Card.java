package attune.coach.rules;

import java.util.List;

import attune.coach.safety.CardKind;

/**
 * One wording of a rule, as a client reads it.
 *
 * @param id begins with the rule's id, such as {@code R02.time-out}
 * @param kind whom it turns to
 * @param size at most one primary and one small card are suggested at a time
 * @param now whether it is of use only in the hours after the event
 * @param minutes how long it takes
 */
record Card(String id, CardKind kind, Size size, boolean now, int minutes, String title, String body,
        List<String> steps) {

    enum Size {
        PRIMARY,
        SMALL
    }

    Card {
        steps = List.copyOf(steps);
    }

    /** Whether it asks the client to turn to the other person; such cards stand back at any sign of fear. */
    boolean couple() {
        return kind.couple();
    }
}
