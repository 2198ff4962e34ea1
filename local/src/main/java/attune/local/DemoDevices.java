package attune.local;

import java.util.UUID;

import tools.jackson.databind.node.ObjectNode;

import attune.embedded.PushReceiver;
import attune.embedded.PushReceiver.Subscription;
import attune.local.api.Api;
import attune.local.api.UnreachableException;

/**
 * Browsers of demo people that take pushes. They live as long as this process; after the next start new ones take their
 * place, under the same names.
 */
final class DemoDevices {

    private static final String NAME = "browser";

    private final Api api;
    private final PushReceiver push;

    DemoDevices(Api api, PushReceiver push) {
        this.api = api;
        this.push = push;
    }

    /**
     * Gives a person a browser.
     *
     * @throws UnreachableException if that was not accepted
     */
    void settle(String person) {
        Subscription browser = push.subscribe();
        ObjectNode body = api.json().createObjectNode().put("endpoint", browser.endpoint().toString());
        body.putObject("keys").put("p256dh", browser.p256dh()).put("auth", browser.auth());
        UUID id = UUID.nameUUIDFromBytes((NAME + "/" + person).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        int status = api.put(person, "/me/push-subscriptions/" + id, body).status();
        if (status != 204) {
            throw new UnreachableException("The demo browsers could not subscribe: the answer was %d."
                    .formatted(status), null);
        }
    }
}
