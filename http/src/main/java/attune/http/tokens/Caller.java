package attune.http.tokens;

import java.time.Instant;
import java.util.Set;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The person who makes a request, as their checked token says. A controller gets it by naming it as a parameter; a
 * person id comes from nowhere else.
 *
 * @param person the person id, the token's subject; never empty
 * @param roles what the person may be; empty for a token without a role we know
 * @param until when the token ends
 */
public record Caller(String person, Set<Role> roles, Instant until) implements AuthenticatedPrincipal {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    @Override
    public String getName() {
        return person;
    }

    /** Says the roles only: a person id belongs in no log. */
    @Override
    public String toString() {
        return "Caller" + roles;
    }
}
