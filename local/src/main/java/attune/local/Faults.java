package attune.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.local.api.Api;

/**
 * The command behind {@code ./attune faults}: shows how those behave whom Attune sends to, or switches a fault of one of
 * them. Ends with 1 and one sentence on standard error if that cannot be.
 */
public final class Faults {

    private static final String HOW = "Say ./attune faults, or whose fault and which: ./attune faults smtp slow. There"
            + " are smtp, web-push, apns, fcm and webhooks; off, slow (and by how many milliseconds), busy, broken, gone"
            + " and dropping.";

    private static final JsonMapper JSON = new JsonMapper();

    private Faults() {}

    /** The command. */
    public static void main(String[] arguments) {
        String fault = RunningAttune.find(System.getenv()).faults();
        try (HttpClient http = Api.client()) {
            System.exit(run(http, fault, arguments));
        } catch (IOException _) {
            System.err.println("Nobody answers at " + fault + ": Attune is not running there.");
            System.exit(1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static int run(HttpClient http, String faults, String[] arguments)
            throws IOException, InterruptedException {
        if (arguments.length == 0) {
            return show(http.send(HttpRequest.newBuilder(URI.create(faults)).build(), BodyHandlers.ofString()));
        }
        boolean slowBy = arguments.length == 3 && arguments[1].equals("slow") && arguments[2].matches("\\d{1,6}");
        if ((arguments.length != 2 && !slowBy) || !arguments[0].matches("[a-z-]+")) {
            System.err.println(HOW);
            return 1;
        }
        var body = JSON.createObjectNode().put("fault", arguments[1]);
        if (slowBy) {
            body.put("millis", Integer.parseInt(arguments[2]));
        }
        return show(http.send(HttpRequest.newBuilder(URI.create(faults + "/" + arguments[0]))
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))).build(), BodyHandlers.ofString()));
    }

    private static int show(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            System.err.println(answer.body().strip());
            System.err.println(HOW);
            return 1;
        }
        JsonNode json = JSON.readTree(answer.body());
        if (json.has("receivers")) {
            json.path("receivers").valueStream().forEach(Faults::line);
        } else {
            line(json);
        }
        return 0;
    }

    private static void line(JsonNode receiver) {
        System.out.println(String.format(Locale.ROOT, "%-9s %-9s %6d taken", receiver.path("name").asString(),
                receiver.path("fault").asString(), receiver.path("taken").asLong()));
    }
}
