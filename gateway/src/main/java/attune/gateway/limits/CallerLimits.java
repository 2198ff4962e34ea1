package attune.gateway.limits;

import org.springframework.core.Ordered;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import attune.http.problems.ProblemException;
import attune.http.tokens.Caller;
import attune.http.tokens.RefusalWatch;

/**
 * Limits signed-in people each by themselves and everybody else by address. Who tries tokens that are not good pays
 * from the address's bucket too.
 */
@Component
final class CallerLimits implements WebFilter, RefusalWatch, Ordered {

    private final Buckets persons;
    private final Buckets addresses;
    private final Addresses from;

    CallerLimits(LimitSettings settings) {
        this.persons = new Buckets("person", settings.person(), settings.remembered());
        this.addresses = new Buckets("address", settings.address(), settings.remembered());
        this.from = new Addresses(settings.trustedProxies());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .map(principal -> principal instanceof Authentication known
                        && known.getPrincipal() instanceof Caller caller
                                ? persons.take(caller.person())
                                : byAddress(exchange))
                .switchIfEmpty(Mono.fromSupplier(() -> byAddress(exchange)))
                .flatMap(standing -> {
                    if (!standing.isGood() || standing.isLow()) {
                        standing.tell(exchange.getResponse().getHeaders());
                    }
                    return standing.isGood() ? chain.filter(exchange) : Mono.error(standing.problem());
                });
    }

    @Override
    public ProblemException refused(ServerWebExchange exchange, ProblemException refusal) {
        Buckets.Standing standing = byAddress(exchange);
        if (!standing.isGood()) {
            standing.tell(exchange.getResponse().getHeaders());
            return standing.problem();
        }
        return refusal;
    }

    private Buckets.Standing byAddress(ServerWebExchange exchange) {
        return addresses.take(from.of(exchange.getRequest()));
    }

    /** Right after the token check. */
    @Override
    public int getOrder() {
        return -50;
    }
}
