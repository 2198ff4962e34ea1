package attune.gateway.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.http.problems.ProblemKind;

/**
 * The way in and out for browsers: the authorization code flow with PKCE. Whatever goes wrong on the way in ends on the
 * first page, which says that it did not work; nobody is signed in then.
 */
final class SignIn {

    static final String CALLBACK = "/session/callback";

    private static final String FAILED = "/?sign-in=failed";
    private static final ProblemKind NOT_OUR_PAGE = new ProblemKind("not-our-page", HttpStatus.FORBIDDEN,
            "This did not come from a page of Attune");
    /** A path of ours and nothing that a browser could take for another host. */
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[A-Za-z0-9_./?=&%#-]{0,200}");

    private final Provider provider;
    private final SessionCookies cookies;
    private final EndedSessions ended;
    private final Origins origins;
    private final Seal seal;
    private final String clientId;
    private final JsonMapper json;
    private final Clock clock;

    SignIn(Provider provider, SessionCookies cookies, EndedSessions ended, Origins origins, Seal seal,
            String clientId, JsonMapper json, Clock clock) {
        this.provider = provider;
        this.cookies = cookies;
        this.ended = ended;
        this.origins = origins;
        this.seal = seal;
        this.clientId = clientId;
        this.json = json;
        this.clock = clock;
    }

    /** Sends the browser to the provider. */
    Mono<ServerResponse> begin(ServerRequest request) {
        String next = request.queryParam("next").filter(path -> PATH.matcher(path).matches()).orElse("/");
        SignInUnderWay underWay = new SignInUnderWay(seal.secret(), seal.secret(), seal.secret(), next,
                clock.instant());
        return provider.endpoints()
                .flatMap(endpoints -> {
                    cookies.put(request.exchange(), underWay);
                    return redirect(with(endpoints.authorization(), question(request, underWay)));
                })
                .onErrorResume(_ -> redirect(URI.create(FAILED)));
    }

    private Map<String, String> question(ServerRequest request, SignInUnderWay underWay) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("response_type", "code");
        question.put("client_id", clientId);
        question.put("scope", "openid");
        question.put("redirect_uri", callback(request).toString());
        question.put("state", underWay.state());
        question.put("nonce", underWay.nonce());
        question.put("code_challenge", digest(underWay.verifier()));
        question.put("code_challenge_method", "S256");
        return question;
    }

    /** The browser comes back with a code. */
    Mono<ServerResponse> end(ServerRequest request) {
        Optional<SignInUnderWay> begun = cookies.underWay(request.exchange().getRequest());
        String state = request.queryParam("state").orElse("");
        String code = request.queryParam("code").orElse("");
        cookies.clearUnderWay(request.exchange());
        if (begun.isEmpty() || code.isEmpty() || !same(begun.get().state(), state)) {
            return redirect(URI.create(FAILED));
        }
        SignInUnderWay underWay = begun.get();
        return provider.forCode(code, underWay.verifier(), callback(request))
                .filter(tokens -> isAnswer(tokens.idToken(), underWay.nonce()))
                .flatMap(tokens -> {
                    cookies.put(request.exchange(), new Session(seal.secret(), clock.instant(), tokens.accessToken(),
                            tokens.until(), tokens.refreshToken()));
                    return redirect(URI.create(underWay.next()));
                })
                .switchIfEmpty(Mono.defer(() -> redirect(URI.create(FAILED))))
                .onErrorResume(_ -> redirect(URI.create(FAILED)));
    }

    /** Ends the session here and says where it is ended at the provider. Only pages of ours may ask for it. */
    Mono<ServerResponse> out(ServerRequest request) {
        if (!origins.isOurPage(request.exchange().getRequest())) {
            return Mono.error(NOT_OUR_PAGE.problem("Nothing was done. Open Attune itself and sign out there."));
        }
        Optional<Session> session = cookies.session(request.exchange().getRequest());
        session.ifPresent(ended::end);
        cookies.clear(request.exchange());
        URI home = origins.of(request.exchange().getRequest()).resolve("/");
        Mono<Void> revoked = Mono.justOrEmpty(session.map(Session::refreshToken)).flatMap(provider::revoke);
        return revoked.then(provider.endpoints()
                .mapNotNull(Endpoints::endSession)
                .map(address -> with(address,
                        Map.of("client_id", clientId, "post_logout_redirect_uri", home.toString())))
                .onErrorReturn(home)
                .defaultIfEmpty(home))
                .flatMap(location -> ServerResponse.ok().bodyValue(Map.of("location", location.toString())));
    }

    /** Who is signed in with this browser. */
    Mono<ServerResponse> who(ServerRequest request) {
        return ServerResponse.ok().bodyValue(cookies.session(request.exchange().getRequest())
                .filter(session -> !ended.contains(session))
                .map(session -> {
                    JsonNode claims = claims(session.accessToken());
                    Map<String, Object> who = new LinkedHashMap<>();
                    who.put("signedIn", true);
                    who.put("person", claims.path("sub").asString(""));
                    who.put("roles", claims.path("roles"));
                    return who;
                })
                .orElseGet(() -> Map.of("signedIn", false)));
    }

    /** It came straight from the provider, so its signature need not be looked at (OpenID Connect Core, 3.1.3.7). */
    private boolean isAnswer(@Nullable String idToken, String nonce) {
        return idToken != null && same(nonce, claims(idToken).path("nonce").asString(""));
    }

    private JsonNode claims(String token) {
        try {
            String[] parts = token.split("\\.", -1);
            return parts.length < 2 ? json.createObjectNode() : json.readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (RuntimeException _) {
            return json.createObjectNode();
        }
    }

    private URI callback(ServerRequest request) {
        return origins.of(request.exchange().getRequest()).resolve(CALLBACK);
    }

    private static URI with(URI address, Map<String, String> parameters) {
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + Provider.encoded(parameters));
    }

    private static Mono<ServerResponse> redirect(URI location) {
        return ServerResponse.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .location(location)
                .build();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
