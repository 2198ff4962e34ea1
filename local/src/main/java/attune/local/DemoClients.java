package attune.local;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import attune.local.api.Api;
import attune.local.api.Reply;
import attune.local.api.SideBySide;
import attune.local.api.UnreachableException;

/**
 * Demo clients who have said what a newcomer would otherwise have to say first: that coach-1 may see everything, and how
 * they want to be reached. Goes through the front door, and only as far as a client has not said anything themselves.
 */
public final class DemoClients {

    private static final int AT_ONCE = 8;
    private static final String COACH = "coach-1";

    private final Api api;

    public DemoClients(Api api) {
        this.api = api;
    }

    /**
     * Returns when all of them have said it.
     *
     * @throws UnreachableException if that was not accepted
     */
    public void settle(List<String> clients) {
        SideBySide.map(clients, AT_ONCE, client -> {
            settle(client);
            return client;
        });
    }

    private void settle(String client) {
        if (api.get(client, "/me/consents").body().path("coaches").isEmpty()) {
            say(client, "/me/consents", consents());
        }
        JsonNode preferences = api.get(client, "/me/preferences").body();
        if (!isSaid(preferences, "zone") && !isSaid(preferences, "email")) {
            say(client, "/me/preferences", preferences(client));
        }
    }

    private static boolean isSaid(JsonNode preferences, String name) {
        return preferences.hasNonNull(name);
    }

    private void say(String client, String path, JsonNode body) {
        Reply reply = api.put(client, path, body);
        if (!reply.isGood()) {
            throw new UnreachableException(
                    "The demo clients could not say who may see what: PUT %s was answered with %d."
                            .formatted(path, reply.status()),
                    null);
        }
    }

    private ObjectNode consents() {
        ObjectNode body = api.json().createObjectNode();
        ArrayNode scopes = body.putArray("coach");
        List.of("pulse", "text", "conflicts").forEach(scopes::add);
        body.putArray("coaches").add(COACH);
        return body;
    }

    private ObjectNode preferences(String client) {
        ObjectNode body = api.json().createObjectNode().put("zone", "Europe/Berlin").put("locale", "en");
        body.putObject("email").put("address", client + "@example.org").put("enabled", true);
        return body;
    }
}
