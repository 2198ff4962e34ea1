package attune.coach.safety;

import java.util.List;

import attune.events.JournalEvent.CoachConsent;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.PersonId;

/**
 * What is kept of a client to see when they need care.
 *
 * @param risk how much care the client needs, from what they tell
 * @param coaches whom the client's consents name, with something that they may see
 * @param unreadable whether something could not be read and that has not been said yet
 */
public record Watch(RiskTrajectory risk, List<PersonId> coaches, boolean unreadable) {

    public static final Watch INITIAL = new Watch(RiskTrajectory.INITIAL, List.of(), false);

    public Watch {
        coaches = List.copyOf(coaches);
    }

    /** After something that the client told, and after it was said what it asks for. */
    public Watch with(RiskTrajectory newRisk) {
        return new Watch(newRisk, coaches, false);
    }

    public Watch after(ConsentsChanged consents) {
        return new Watch(risk, consents.coaches().stream().filter(consent -> !consent.scopes().isEmpty())
                .map(CoachConsent::coach).distinct().toList(), unreadable);
    }

    /** After an event that could not be read. */
    public Watch missingSomething() {
        return new Watch(risk, coaches, true);
    }
}
