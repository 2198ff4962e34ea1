package attune.http.streams;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.web.server.ServerWebExchange;

/** Where a client's stream broke off. */
public final class LastEventId {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_@:.,~=+/-]{1,4096}");

    private LastEventId() {}

    /** The one {@code Last-Event-ID} of the request; anything that cannot be one of ours counts as absent. */
    public static Optional<String> of(ServerWebExchange exchange) {
        List<String> values = exchange.getRequest().getHeaders().getOrEmpty("Last-Event-ID");
        return values.size() == 1 && isId(values.getFirst()) ? Optional.of(values.getFirst()) : Optional.empty();
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
