package attune.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.stream.Stream;

/** What the records say about themselves. */
final class Contract {

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
}
