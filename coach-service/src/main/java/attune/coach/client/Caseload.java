package attune.coach.client;

import java.util.List;
import java.util.stream.Stream;

import attune.events.PersonId;

/**
 * The clients of one partition whose consent has ever named a coach. A withdrawn consent leaves the client in it, since
 * the event of a withdrawal no longer names the coach: who reads this looks at the consent itself.
 */
public record Caseload(List<PersonId> clients) {

    static final Caseload INITIAL = new Caseload(List.of());

    public Caseload {
        clients = List.copyOf(clients);
    }

    public Caseload with(PersonId client) {
        return clients.contains(client)
                ? this
                : new Caseload(Stream.concat(clients.stream(), Stream.of(client)).toList());
    }
}
