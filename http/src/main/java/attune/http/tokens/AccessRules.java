package attune.http.tokens;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which path is for whom. The first rule that fits decides; a path without a rule is for everyone with a good token.
 * A service declares one bean:
 *
 * <pre>
 * AccessRules.begin()
 *         .open("/openapi.json")
 *         .only(Role.COACH, "/api/v1/caseload/**", "/api/v1/feed/**")
 *         .only(Role.CLIENT, "/api/v1/suggestions/**")
 *         .end();
 * </pre>
 *
 * <p>
 * Tokens on open paths are not even looked at, so that an expired one does not stand between a person and help.
 */
public final class AccessRules {

    private final List<Rule> rules;

    private AccessRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public static Builder begin() {
        return new Builder();
    }

    boolean isOpen(PathContainer path) {
        Rule rule = find(path);
        return rule != null && rule.open();
    }

    boolean admits(PathContainer path, Caller caller) {
        Rule rule = find(path);
        return rule == null || rule.open() || rule.roles().isEmpty() || rule.roles().stream().anyMatch(caller::is);
    }

    private @Nullable Rule find(PathContainer path) {
        for (Rule rule : rules) {
            if (rule.pattern().matches(path)) {
                return rule;
            }
        }
        return null;
    }

    private record Rule(PathPattern pattern, boolean open, Set<Role> roles) {}

    /** Collects rules in the order in which they are tried. */
    public static final class Builder {

        private final List<Rule> rules = new ArrayList<>();

        private Builder() {}

        /** Needs no sign-in. */
        public Builder open(String... patterns) {
            return add(true, EnumSet.noneOf(Role.class), patterns);
        }

        /** Needs a good token and no certain role. */
        public Builder signedIn(String... patterns) {
            return add(false, EnumSet.noneOf(Role.class), patterns);
        }

        /** Needs this role; without it the answer is 403. */
        public Builder only(Role role, String... patterns) {
            return add(false, EnumSet.of(role), patterns);
        }

        /** Needs one of these roles. */
        public Builder any(Set<Role> roles, String... patterns) {
            return add(false, EnumSet.copyOf(roles), patterns);
        }

        public AccessRules end() {
            return new AccessRules(rules);
        }

        private Builder add(boolean open, Set<Role> roles, String... patterns) {
            for (String pattern : patterns) {
                rules.add(new Rule(PathPatternParser.defaultInstance.parse(pattern), open, roles));
            }
            return this;
        }
    }
}
