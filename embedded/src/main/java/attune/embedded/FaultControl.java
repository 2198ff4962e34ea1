package attune.embedded;

import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;

import attune.embedded.LoopbackHttp.Answer;

/**
 * Where the faults of receivers are switched: {@code GET /faults} lists them, {@code GET /faults/NAME} tells of one,
 * {@code PUT /faults/NAME} with {@code {"fault":"slow","millis":2000}} switches it ({@code millis} for {@code slow} alone,
 * from 1 to 600000, two seconds if missing).
 */
public final class FaultControl implements AutoCloseable {

    private static final String PATH = "/faults";
    private static final long LONGEST = 600_000;

    private final LoopbackHttp http;
    private final Map<String, FaultSwitch> switches;

    private FaultControl(LoopbackHttp http, Map<String, FaultSwitch> switches) {
        this.http = http;
        this.switches = switches;
    }

    /**
     * Starts it.
     *
     * @param port 1 to 65535, or 0 for any that is free
     * @param switches by the names of the receivers
     */
    public static FaultControl start(int port, Map<String, FaultSwitch> switches) {
        FaultControl control = new FaultControl(LoopbackHttp.bind("fault switches", port),
                new LinkedHashMap<>(switches));
        control.http.serve(control::answer);
        return control;
    }

    /** Where the list is. */
    public URI address() {
        return URI.create("http://" + Loopback.HOST + ":" + http.port() + PATH);
    }

    @Override
    public void close() {
        http.close();
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (path.equals(PATH)) {
            return method.equals("GET") ? Answer.json(200, list()) : Answer.text(405, "Switch one of them.\n");
        }
        String name = path.startsWith(PATH + "/") ? path.substring(PATH.length() + 1) : "";
        FaultSwitch found = switches.get(name);
        if (found == null) {
            return Answer.text(404, "There is no receiver of that name. There are: "
                    + String.join(", ", switches.keySet()) + ".\n");
        }
        return switch (method) {
            case "GET" -> Answer.json(200, JSONObjectUtils.toJSONString(json(name, found)));
            case "PUT" -> change(name, found, LoopbackHttp.body(exchange));
            default -> Answer.text(405, "GET or PUT.\n");
        };
    }

    private static Answer change(String name, FaultSwitch found, String body) {
        Map<String, Object> wanted;
        try {
            wanted = JSONObjectUtils.parse(body);
        } catch (ParseException _) {
            return Answer.text(400, "Send JSON, such as {\"fault\":\"slow\",\"millis\":2000}.\n");
        }
        Optional<Fault> fault = Fault.of(String.valueOf(wanted.get("fault")));
        if (fault.isEmpty()) {
            return Answer.text(400, "There is no fault of that name. There are: " + Arrays.stream(Fault.values())
                    .map(Fault::word).collect(Collectors.joining(", ")) + ".\n");
        }
        if (fault.get() != Fault.SLOW) {
            found.becomes(fault.get());
        } else {
            Object millis = wanted.getOrDefault("millis", FaultSwitch.USUAL_SLOWNESS.toMillis());
            if (!(millis instanceof Number length) || length.longValue() < 1 || length.longValue() > LONGEST) {
                return Answer.text(400, "How slow it is to be is said in milliseconds, from 1 to " + LONGEST + ".\n");
            }
            found.becomesSlow(Duration.ofMillis(length.longValue()));
        }
        return Answer.json(200, JSONObjectUtils.toJSONString(json(name, found)));
    }

    private String list() {
        List<Map<String, Object>> all = switches.entrySet().stream()
                .map(entry -> json(entry.getKey(), entry.getValue()))
                .toList();
        return JSONObjectUtils.toJSONString(Map.of("receivers", all));
    }

    private static Map<String, Object> json(String name, FaultSwitch found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("fault", found.now().word());
        if (found.now() == Fault.SLOW) {
            json.put("millis", found.slowness().toMillis());
        }
        json.put("taken", found.taken());
        return json;
    }
}
