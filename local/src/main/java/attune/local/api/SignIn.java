package attune.local.api;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a provider with demo people for their tokens. Safe for use by several threads. */
public final class SignIn {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final HttpClient http;
    private final JsonMapper json = new JsonMapper();
    private final String issuer;

    /**
     * A way to sign in.
     *
     * @param issuer address of the provider, such as {@code http://localhost:8090/attune}
     */
    public SignIn(HttpClient http, String issuer) {
        this.http = http;
        this.issuer = issuer;
    }

    /**
     * A bearer token of a person.
     *
     * @throws UnreachableException if the provider does not answer
     * @throws SignInException if it knows nobody of that name
     */
    public String tokenOf(String person) throws SignInException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&username="
                        + URLEncoder.encode(person, StandardCharsets.UTF_8)))
                .build();
        try {
            return token(http.send(request, BodyHandlers.ofString()));
        } catch (IOException | JacksonException e) {
            throw new UnreachableException("Nobody answers at " + issuer
                    + ": Attune is not running there. Start it with ./attune up.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("Interrupted.", e);
        }
    }

    private String token(HttpResponse<String> answer) throws SignInException {
        JsonNode said = json.readTree(answer.body());
        if (answer.statusCode() != OK) {
            throw new SignInException(said.path("error_description").asString("The provider gave no token."));
        }
        return said.path("access_token").asString("");
    }
}
