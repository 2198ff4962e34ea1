package attune.http.tokens;

import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;

/** Asks the {@link AccessRules}. */
final class AccessDecision implements ReactiveAuthorizationManager<AuthorizationContext> {

    private static final AuthorizationResult YES = new AuthorizationDecision(true);
    private static final AuthorizationResult NO = new AuthorizationDecision(false);

    private final AccessRules rules;

    AccessDecision(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        PathContainer path = context.getExchange().getRequest().getPath().pathWithinApplication();
        if (rules.isOpen(path)) {
            return Mono.just(YES);
        }
        return authentication
                .map(known -> known.getPrincipal() instanceof Caller caller && rules.admits(path, caller) ? YES : NO)
                .defaultIfEmpty(NO);
    }
}
