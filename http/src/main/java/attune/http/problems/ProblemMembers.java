package attune.http.problems;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.web.server.ServerWebExchange;

/**
 * Members of a problem beyond the usual ones, RFC 9457 section 3.2, for what a person has to see however their request
 * ends: who adds one early finds it in whatever problem the request ends with.
 */
public final class ProblemMembers {

    private static final String ATTRIBUTE = ProblemMembers.class.getName();

    private ProblemMembers() {}

    /**
     * From now on every problem of this request carries the member.
     *
     * @param name must not be one of RFC 9457 or of {@link Problem}
     * @param value is written as JSON
     */
    @SuppressWarnings("unchecked") // nobody else uses the attribute
    public static void add(ServerWebExchange exchange, String name, Object value) {
        ((Map<String, Object>) exchange.getAttributes().computeIfAbsent(ATTRIBUTE, _ -> new LinkedHashMap<>()))
                .put(name, value);
    }

    static Map<String, Object> of(ServerWebExchange exchange) {
        return Map.copyOf(exchange.getAttributeOrDefault(ATTRIBUTE, Map.of()));
    }
}
