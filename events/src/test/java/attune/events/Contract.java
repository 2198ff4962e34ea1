package attune.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What the records say about themselves. */
final class Contract {

    private static final Map<Class<?>, String> PLAIN_FORMS = Map.of(String.class, "string", Integer.class, "integer",
            Double.class, "number",
            Boolean.class, "boolean", UUID.class, "string uuid", Instant.class, "string date-time", LocalTime.class,
            "string time");

    private Contract() {}

    /** This record and every record of ours within it that is an object on the wire. */
    static Stream<Class<?>> recordsIn(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Stream.of(generic.getActualTypeArguments()).flatMap(Contract::recordsIn);
        }
        Class<?> plain = (Class<?>) type;
        return isObject(plain)
                ? Stream.concat(Stream.of(plain), Stream.of(plain.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .flatMap(Contract::recordsIn)).distinct()
                : Stream.empty();
    }

    static Stream<Class<?>> enumsIn(Type type) {
        return classesIn(type).filter(Class::isEnum);
    }

    static boolean involves(Type type, Class<?> other) {
        return classesIn(type).anyMatch(other::equals);
    }

    private static Stream<Class<?>> classesIn(Type type) {
        return type instanceof ParameterizedType generic
                ? Stream.of(generic.getActualTypeArguments()).flatMap(Contract::classesIn)
                : Stream.of((Class<?>) type);
    }

    /** Ids and texts are records of one component in Java, but plain text on the wire. */
    static boolean isObject(Class<?> type) {
        return type.isRecord() && Stream.of(type.getDeclaredFields())
                .noneMatch(field -> field.isAnnotationPresent(com.fasterxml.jackson.annotation.JsonValue.class));
    }

    /** How a value of this type looks on the wire; records, choices, ids and texts by their names. */
    static String wireForm(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] parts = generic.getActualTypeArguments();
            return (parts.length == 1 ? "list of " : "map to ") + wireForm(parts[parts.length - 1]);
        }
        Class<?> plain = (Class<?>) type;
        return isNamed(plain.getSimpleName())
                ? plain.getSimpleName()
                : PLAIN_FORMS.getOrDefault(plain, plain.getName());
    }

    /** Whether a type of the contract has this name. */
    static boolean isNamed(String name) {
        return Stream.of("", "JournalEvent$", "CoachingEvent$", "DeliveryEvent$").anyMatch(outer -> {
            try {
                Class.forName("attune.events." + outer + name);
                return true;
            } catch (ClassNotFoundException _) {
                return false;
            }
        });
    }
}
