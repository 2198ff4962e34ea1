package attune.embedded;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

import attune.embedded.LoopbackHttp.Answer;

/** The addresses of the provider: which there are, who may call them, who answers. */
final class IdentityRoutes implements LoopbackHttp.Handler {

    private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private final IdentityProvider provider;
    private final SignIn signIn;
    private final TokenEndpoint tokenEndpoint;

    IdentityRoutes(IdentityProvider provider, TestTokens tokens, Duration lifetime) {
        this.provider = provider;
        this.signIn = new SignIn(provider);
        this.tokenEndpoint = new TokenEndpoint(provider, tokens, lifetime);
    }

    @Override
    public Answer answer(HttpExchange exchange) throws IOException {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        // Forms of our own page come from "null", because the page sends no referrer; frames of others do too. Both may
        // ask, and as no permission goes with the answer, neither may read it by script.
        if (origin != null && !"null".equals(origin) && !isOnThisMachine(origin)) {
            return Answer.text(403, "Only pages of this machine may call this sign-in.\n");
        }
        Answer answer = "OPTIONS".equals(exchange.getRequestMethod())
                ? new Answer(204, Map.of(), "")
                : route(exchange, exchange.getRequestURI());
        return isOnThisMachine(origin) ? allowed(answer, origin) : answer;
    }

    private Answer route(HttpExchange exchange, URI target) throws IOException {
        String path = target.getPath();
        return switch (exchange.getRequestMethod() + " " + path) {
            case "GET /attune/.well-known/openid-configuration", "GET /attune/jwks" ->
                provider.ask("GET", URI.create(path), Map.of(), null);
            case "GET /attune/userinfo" -> provider.ask("GET", URI.create(path), authorization(exchange), null);
            case "GET /attune/authorize" -> signIn.page(target);
            case "POST /attune/authorize" -> signIn.chosen(target, form(exchange));
            case "POST /attune/token" -> tokenEndpoint.answer(form(exchange), authorization(exchange));
            case "GET /attune/endsession", "POST /attune/endsession" -> signIn.out(target);
            case "GET /", "GET /attune" -> signIn.welcome();
            case "GET /favicon.ico" -> new Answer(204, Map.of(), "");
            default -> Answer.text(404, "There is nothing here. The sign-in is " + provider.issuer() + ".\n");
        };
    }

    private static Map<String, List<String>> form(HttpExchange exchange) throws IOException {
        return URLUtils.parseParameters(LoopbackHttp.body(exchange));
    }

    private static Map<String, String> authorization(HttpExchange exchange) {
        String value = exchange.getRequestHeaders().getFirst("Authorization");
        return value == null ? Map.of() : Map.of("Authorization", value);
    }

    private static Answer allowed(Answer answer, String origin) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put("Access-Control-Allow-Origin", origin);
        headers.put("Access-Control-Allow-Methods", "GET, POST");
        headers.put("Access-Control-Allow-Headers", "Authorization, Content-Type, X-Requested-With");
        headers.put("Vary", "Origin");
        return new Answer(answer.status(), headers, answer.body());
    }

    /** Whether an address points at this machine, so that a code or a token sent there does not leave it. */
    static boolean isOnThisMachine(@Nullable String address) {
        try {
            return address != null && LOOPBACK_HOSTS.contains(String.valueOf(URI.create(address).getHost()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
