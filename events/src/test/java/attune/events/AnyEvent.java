package attune.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Makes events of any type from a seeded chance, by their components alone: a new event needs no line here. */
final class AnyEvent {

    private static final List<String> LETTERS = List.of("a", "ä", "€", "\"", "\\", "\n", "\t", "\0", "/", "<", "\u2028",
            "😀");

    private final RandomGenerator random;
    private final String mark;

    AnyEvent(RandomGenerator random) {
        this(random, "");
    }

    /** With a mark in all that nobody may see: the texts of persons and their ids. */
    AnyEvent(RandomGenerator random, String mark) {
        this.random = random;
        this.mark = mark;
    }

    Envelope<Event> envelope(EventType type) {
        OffsetDateTime occurredAt = instant().atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(-64_800, 64_800)));
        Cause cause = random.nextBoolean()
                ? null
                : new Cause(new EventId(uuid()), new Position(Log.JOURNAL, random.nextInt(12), random.nextInt(9_999)));
        return new Envelope<>(new EventId(uuid()), PersonId.of(mark + "client-" + random.nextInt(50)), occurredAt,
                instant(),
                "some-service", cause, random.nextBoolean() ? null : "00-trace", event(type.record()));
    }

    <T extends Event> Event event(Class<T> type) {
        return (Event) record(type);
    }

    /** Whether a record of this type bears that one of its components is missing. */
    boolean canBeMadeWithout(Class<?> type, String component) {
        try {
            construct(type, Stream.of(type.getRecordComponents())
                    .<@Nullable Object>map(
                            part -> part.getName().equals(component) ? null : value(part.getGenericType()))
                    .toArray());
            return true;
        } catch (NullPointerException e) {
            return false;
        }
    }

    static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Object record(Class<?> type) {
        return construct(type, Stream.of(type.getRecordComponents()).map(this::value).toArray());
    }

    private static Object construct(Class<?> type, @Nullable Object[] values) {
        try {
            return type.getDeclaredConstructor(Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new)).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new LinkageError(e.getMessage(), e);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private @Nullable Object value(RecordComponent component) {
        return isNullable(component) && random.nextInt(3) == 0 ? null : value(component.getGenericType());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? IntStream.range(0, random.nextInt(4)).mapToObj(_ -> value(generic.getActualTypeArguments()[0]))
                            .toList()
                    : map();
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class || plain == PrivateText.class) {
            return plain == String.class ? text() : PrivateText.of(mark + text() + "\uD83D".repeat(random.nextInt(2)));
        }
        if (plain == Integer.class) {
            return random.nextInt();
        }
        if (plain == Double.class) {
            return random.nextInt(101) / 100.0;
        }
        if (plain == Boolean.class) {
            return random.nextBoolean();
        }
        if (plain == Instant.class) {
            return instant();
        }
        if (plain == LocalTime.class) {
            return LocalTime.ofSecondOfDay(random.nextInt(86_400));
        }
        if (plain == UUID.class) {
            return uuid();
        }
        if (plain == PersonId.class) {
            return PersonId.of(mark + "coach-" + random.nextInt(9));
        }
        if (plain.isEnum()) {
            Object[] constants = plain.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        return record(plain);
    }

    private Map<String, String> map() {
        return IntStream.range(0, random.nextInt(5)).boxed()
                .collect(
                        Collectors.toMap(_ -> text() + random.nextInt(), _ -> text(), (a, _) -> a, LinkedHashMap::new));
    }

    private String text() {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(_ -> LETTERS.get(random.nextInt(LETTERS.size())))
                .collect(Collectors.joining());
    }

    private Instant instant() {
        return Instant.ofEpochMilli(random.nextLong(-62_000_000_000_000L, 253_000_000_000_000L));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
