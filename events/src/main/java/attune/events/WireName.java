package attune.events;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** A closed choice whose spelling on the wire is fixed apart from its name in Java. */
public interface WireName {

    /** The spelling in JSON, also for reading it back. */
    @JsonValue
    String wireName();

    /** The constant with this spelling; {@code UNKNOWN} cannot be asked for. */
    static <T extends Enum<T> & WireName> Optional<T> parse(Class<T> type, String wireName) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.wireName().equals(wireName) && !constant.name().equals("UNKNOWN"))
                .findFirst();
    }
}
