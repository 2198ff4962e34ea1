package attune.embedded;

import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        try {
            Map<String, Object> wanted = JSONObjectUtils.parse(body);
            Optional<Fault> fault = Fault.of(String.valueOf(wanted.get("fault")));
            long millis = wanted.get("millis") instanceof Number number
                    ? number.longValue()
                    : FaultSwitch.USUAL_SLOWNESS.toMillis();
            if (fault.isPresent() && millis >= 1 && millis <= LONGEST) {
                if (fault.get() == Fault.SLOW) {
                    found.becomesSlow(Duration.ofMillis(millis));
                } else {
                    found.becomes(fault.get());
                }
                return Answer.json(200, JSONObjectUtils.toJSONString(json(name, found)));
            }
        } catch (ParseException _) {
            // said below
        }
        return Answer.text(400, "Send {\"fault\":\"off\"}, or slow, busy, broken, gone or dropping.\n");
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
        json.put("taken", found.taken());
        return json;
    }
}
