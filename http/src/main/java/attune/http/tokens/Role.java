package attune.http.tokens;

import java.util.Locale;
import java.util.Optional;

/** What a person may be in Attune, as the {@code roles} claim of their token names it. */
public enum Role {
    CLIENT,
    COACH,
    OPS;

    /** The name in the token: {@code client}, {@code coach}, {@code ops}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name Spring Security knows: {@code ROLE_client}, {@code ROLE_coach}, {@code ROLE_ops}. */
    public String authority() {
        return "ROLE_" + claim();
    }

    static Optional<Role> ofClaim(String name) {
        return switch (name) {
            case "client" -> Optional.of(CLIENT);
            case "coach" -> Optional.of(COACH);
            case "ops" -> Optional.of(OPS);
            default -> Optional.empty();
        };
    }
}
