package attune.http.tokens;

import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A checked token in the form Spring Security passes around; made once a token and shared by its requests. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private final Caller caller;

    CallerAuthentication(Caller caller) {
        super(List.copyOf(caller.roles().stream().map(role -> new SimpleGrantedAuthority(role.authority())).toList()));
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    /** The token itself is not kept. */
    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String toString() {
        return caller.toString();
    }
}
