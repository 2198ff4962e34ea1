package attune.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.local.api.Api;

/**
 * The command behind {@code ./attune faults}: shows how those behave whom Attune sends to, or switches a fault of one of
 * them. Ends with 1 and one sentence on standard error if that cannot be.
 */
public final class Faults {

    private static final String HOW = "Say ./attune faults to see all, ./attune faults smtp to see one, and"
            + " ./attune faults smtp slow to switch it. There are smtp, web-push, apns, fcm and webhooks; off, slow"
            + " (and by how many milliseconds: slow 50), busy, broken, gone and dropping.";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final String address;
    private final PrintStream out;
    private final PrintStream err;

    /** @param address where the faults are switched, without a slash at its end */
    Faults(HttpClient http, String address, PrintStream out, PrintStream err) {
        this.http = http;
        this.address = address;
        this.out = out;
        this.err = err;
    }

    /** The command. */
    public static void main(String[] arguments) {
        String address = RunningAttune.find(System.getenv()).faults();
        try (HttpClient http = Api.client()) {
            System.exit(new Faults(http, address, System.out, System.err).run(arguments));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives the status to end with. */
    int run(String... arguments) throws InterruptedException {
        if (arguments.length == 1 && arguments[0].matches("-h|--help|help")) {
            out.println(HOW);
            return 0;
        }
        if (arguments.length > 3 || (arguments.length > 0 && !arguments[0].matches("[\\w-]+"))) {
            return wrong(HOW);
        }
        if (arguments.length == 3 && !arguments[1].equals("slow")) {
            return wrong("Only slow goes with a number: ./attune faults " + arguments[0] + " slow 50.");
        }
        if (arguments.length == 3 && !arguments[2].matches("\\d{1,9}")) {
            return wrong("How slow it is to be is said in whole milliseconds, such as 50.");
        }
        try {
            return show(http.send(request(arguments), BodyHandlers.ofString()));
        } catch (IOException _) {
            return wrong("Nobody answers at " + address + ": Attune is not running there.");
        }
    }

    private HttpRequest request(String... arguments) {
        URI where = URI.create(arguments.length == 0 ? address : address + "/" + arguments[0]);
        HttpRequest.Builder request = HttpRequest.newBuilder(where).timeout(PATIENCE);
        if (arguments.length < 2) {
            return request.build();
        }
        var body = JSON.createObjectNode().put("fault", arguments[1]);
        if (arguments.length == 3) {
            body.put("millis", Integer.parseInt(arguments[2]));
        }
        return request.PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))).build();
    }

    private int show(HttpResponse<String> answer) {
        String kind = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() == 200 && kind.startsWith("application/json")) {
            JsonNode json = JSON.readTree(answer.body());
            (json.has("receivers") ? json.path("receivers").valueStream() : Stream.of(json))
                    .forEach(this::line);
            return 0;
        }
        // What it does not understand it says in a plain sentence; anything else comes from somebody else.
        return wrong(kind.startsWith("text/plain")
                ? answer.body().strip()
                : "What answers at " + address + " is not Attune.");
    }

    private void line(JsonNode receiver) {
        String fault = receiver.path("fault").asString();
        out.println(String.format(Locale.ROOT, "%-9s %-14s %6d taken", receiver.path("name").asString(),
                receiver.has("millis") ? fault + " " + receiver.path("millis").asLong() + " ms" : fault,
                receiver.path("taken").asLong()));
    }

    private int wrong(String sentence) {
        err.println(sentence);
        return 1;
    }
}
