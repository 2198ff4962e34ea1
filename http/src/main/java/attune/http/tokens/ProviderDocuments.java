package attune.http.tokens;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import io.netty.channel.ChannelOption;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches the provider's discovery document and key set: bounded in time and size, following no redirect. */
final class ProviderDocuments {

    private static final int LARGEST = 256 * 1024;
    private static final int OK = 200;

    private final TokenSettings settings;
    private final JsonMapper json;
    private final HttpClient client;

    ProviderDocuments(TokenSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.client = HttpClient.create(ConnectionProvider.newConnection())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) settings.timeout().toMillis())
                .responseTimeout(settings.timeout());
    }

    /** The key set as text; empty never, an error when it cannot be had in time. */
    Mono<String> keySet() {
        return keySetAddress().flatMap(this::get).timeout(settings.timeout().multipliedBy(2));
    }

    private Mono<URI> keySetAddress() {
        URI given = settings.jwks();
        return given != null ? Mono.just(given) : discovered();
    }

    private Mono<URI> discovered() {
        String issuer = settings.issuer();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return get(URI.create(base + "/.well-known/openid-configuration")).map(text -> {
            JsonNode document = json.readTree(text);
            if (!issuer.equals(document.path("issuer").asString(""))) {
                throw new IllegalStateException("the discovery document is another issuer's");
            }
            return URI.create(document.path("jwks_uri").asString(""));
        });
    }

    private Mono<String> get(URI address) {
        return client.get().uri(address).response(ProviderDocuments::body).single();
    }

    private static Mono<String> body(HttpClientResponse response, ByteBufFlux content) {
        if (response.status().code() != OK) {
            return Mono.error(new IllegalStateException("the provider answered " + response.status().code()));
        }
        return content.asByteArray().reduceWith(ByteArrayOutputStream::new, (all, part) -> {
            if (all.size() + part.length > LARGEST) {
                throw new IllegalStateException("the provider's document is too large");
            }
            all.writeBytes(part);
            return all;
        }).map(all -> all.toString(StandardCharsets.UTF_8));
    }
}
