package attune.gateway.signin;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenID provider, as the gateway speaks to it: bounded in time and size. Safe for use by many threads. */
final class Provider {

    private static final int LARGEST = 128 * 1024;
    private static final Duration KEPT = Duration.ofHours(1);
    /** A browser asks many things at once; all of them get what the first refresh brought. */
    private static final Duration SAME_REFRESH = Duration.ofMinutes(1);
    private static final int MOST_REFRESHES = 10_000;

    private final SignInSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient client;
    private final Mono<Endpoints> endpoints;
    private final Cache<String, Mono<Tokens>> refreshes = Caffeine.newBuilder()
            .maximumSize(MOST_REFRESHES)
            .expireAfterWrite(SAME_REFRESH)
            .build();

    Provider(SignInSettings settings, String issuer, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.client = HttpClient.create(ConnectionProvider.create("provider", 20))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) settings.timeout().toMillis())
                .responseTimeout(settings.timeout())
                .followRedirect(false);
        URI base = settings.provider() == null ? URI.create(issuer) : settings.provider();
        this.endpoints = discover(base, issuer).cache(_ -> KEPT, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** Where it does what; an error if it cannot be asked. */
    Mono<Endpoints> endpoints() {
        return endpoints;
    }

    /** Tokens for a code; an error if the code is not good or no longer good. */
    Mono<Tokens> forCode(String code, String verifier, URI redirect) {
        return tokens(Map.of("grant_type", "authorization_code", "code", code, "code_verifier", verifier,
                "redirect_uri", redirect.toString()));
    }

    /** The next tokens. An {@link EndedException} if the session is over, another error if it cannot be told. */
    Mono<Tokens> forRefreshToken(String refreshToken) {
        return Mono.defer(() -> refreshes.get(refreshToken,
                token -> tokens(Map.of("grant_type", "refresh_token", "refresh_token", token)).cache()))
                .doOnError(e -> !(e instanceof EndedException), _ -> refreshes.invalidate(refreshToken));
    }

    /** Takes a refresh token back, if the provider can do that. Never an error. */
    Mono<Void> revoke(String refreshToken) {
        return endpoints.mapNotNull(Endpoints::revocation)
                .flatMap(address -> post(address,
                        Map.of("token", refreshToken, "token_type_hint", "refresh_token")))
                .onErrorComplete()
                .then();
    }

    private Mono<Endpoints> discover(URI base, String issuer) {
        String trimmed = base.toString().replaceAll("/$", "");
        return client.get()
                .uri(URI.create(trimmed + "/.well-known/openid-configuration"))
                .response(Provider::body)
                .single()
                .timeout(settings.timeout())
                .map(answer -> {
                    JsonNode document = json.readTree(answer.text());
                    if (answer.status() != 200 || !issuer.equals(document.path("issuer").asString(""))) {
                        throw new IllegalStateException("the discovery document is not the issuer's");
                    }
                    URI revocation = optional(document, "revocation_endpoint");
                    return new Endpoints(address(document, "authorization_endpoint"),
                            behind(base, address(document, "token_endpoint")),
                            optional(document, "end_session_endpoint"),
                            revocation == null ? null : behind(base, revocation));
                });
    }

    private static URI address(JsonNode document, String name) {
        return Objects.requireNonNull(optional(document, name), name);
    }

    private static @Nullable URI optional(JsonNode document, String name) {
        String text = document.path(name).asString("");
        return text.isEmpty() ? null : URI.create(text);
    }

    /** The gateway may reach the provider by another way than browsers do. */
    private URI behind(URI base, URI address) {
        return settings.provider() == null
                ? address
                : URI.create(base.getScheme() + "://" + base.getRawAuthority() + address.getRawPath());
    }

    private Mono<Tokens> tokens(Map<String, String> form) {
        return endpoints.flatMap(known -> post(known.token(), form)).map(answer -> {
            JsonNode said = read(answer.text());
            String token = said.path("access_token").asString("");
            if (answer.status() == 400 && "invalid_grant".equals(said.path("error").asString(""))) {
                throw new EndedException();
            }
            if (answer.status() != 200 || token.isEmpty()) {
                throw new IllegalStateException("the provider answered " + answer.status());
            }
            return new Tokens(token, clock.instant().plusSeconds(said.path("expires_in").asLong(60)),
                    said.path("refresh_token").asString(null), said.path("id_token").asString(null));
        });
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException _) {
            return json.createObjectNode();
        }
    }

    private Mono<Answer> post(URI address, Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("client_id", settings.clientId());
        if (settings.clientSecret() != null) {
            all.put("client_secret", settings.clientSecret());
        }
        return client
                .headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/x-www-form-urlencoded"))
                .request(HttpMethod.POST)
                .uri(address)
                .send(ByteBufMono.fromString(Mono.just(encoded(all))))
                .response(Provider::body)
                .single()
                .timeout(settings.timeout());
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Mono<Answer> body(HttpClientResponse response, ByteBufFlux content) {
        return content.asByteArray().reduceWith(ByteArrayOutputStream::new, (all, piece) -> {
            if (all.size() + piece.length > LARGEST) {
                throw new IllegalStateException("the provider's answer is too large");
            }
            all.writeBytes(piece);
            return all;
        }).map(all -> new Answer(response.status().code(), all.toString(StandardCharsets.UTF_8)));
    }

    private record Answer(int status, String text) {}

    /** What was asked with is not good any more: the person has to sign in again. */
    static final class EndedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EndedException() {
            super("the provider has ended it", null, false, false);
        }
    }
}
