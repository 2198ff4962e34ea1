package attune.events;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Looks into records, however deep. */
final class Parts {

    private Parts() {}

    /** All values of this type within a value, in the order of the components. */
    static <T> Stream<T> of(@Nullable Object value, Class<T> type) {
        if (value == null) {
            return Stream.empty();
        }
        if (type.isInstance(value)) {
            return Stream.of(type.cast(value));
        }
        if (value instanceof Collection<?> many) {
            return many.stream().flatMap(one -> of(one, type));
        }
        return value instanceof Record
                ? Stream.of(value.getClass().getRecordComponents()).flatMap(part -> of(read(part, value), type))
                : Stream.empty();
    }

    static @Nullable Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
