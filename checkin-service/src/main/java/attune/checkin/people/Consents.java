package attune.checkin.people;

import java.util.List;

import attune.events.JournalEvent.CoachConsent;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.PersonId;
import attune.events.Scope;

/**
 * Who may see what, as the client gets it back.
 *
 * @param coach what every coach named may see
 */
record Consents(List<Scope> coach, List<PersonId> coaches) {

    static Consents of(ConsentsChanged said) {
        return new Consents(
                said.coaches().stream().flatMap(one -> one.scopes().stream()).distinct().sorted().toList(),
                said.coaches().stream().map(CoachConsent::coach).toList());
    }
}
