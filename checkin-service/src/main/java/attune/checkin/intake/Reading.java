package attune.checkin.intake;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import attune.events.PrivateText;
import attune.events.WireName;
import attune.http.problems.FieldErrors;

/**
 * Reads the fields of a body into the words of the contract and collects what is wrong with them. A field with a fault
 * is read as if it were left out. Not safe for use by several threads.
 */
public final class Reading {

    private static final Pattern RFC_3339 = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final FieldErrors errors = new FieldErrors();

    /** Ends the reading: 400 with every faulty field, if there is one. */
    public void throwIfAny() {
        errors.throwIfAny();
    }

    public void required(String pointer, @Nullable Object value) {
        errors.required(pointer, value);
    }

    /** Any other fault; the message never holds a piece of the input. */
    public void fault(String pointer, String code, String message) {
        errors.add(pointer, code, message);
    }

    /** A time with offset, to the millisecond: not before 1900, at most five minutes ahead. */
    public @Nullable OffsetDateTime time(String pointer, @Nullable String text, Instant now) {
        if (text == null) {
            return null;
        }
        OffsetDateTime time = parse(text).orElse(null);
        if (time == null) {
            errors.add(pointer, "not-a-time", "Send a time with its offset, as in 2026-11-23T21:04:00+01:00.");
        } else if (time.toInstant().isBefore(EARLIEST) || time.toInstant().isAfter(now.plus(AHEAD))) {
            errors.add(pointer, "range", "Send a time since 1900 that lies at most five minutes ahead.");
            return null;
        }
        return time;
    }

    private static Optional<OffsetDateTime> parse(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    public void range(String pointer, @Nullable Integer value, int least, int most) {
        errors.range(pointer, value, least, most);
    }

    public void mostItems(String pointer, @Nullable Collection<?> items, int most) {
        errors.maxItems(pointer, items, most);
    }

    /** A number from 1 to 5. */
    public void rating(String pointer, @Nullable Integer value) {
        range(pointer, value, 1, 5);
    }

    /** A field that belongs to some kinds only. */
    public <K extends Enum<K> & WireName> void fits(String pointer, @Nullable Object value, Set<K> kinds, K kind) {
        if (value != null && !kinds.contains(kind)) {
            fault(pointer, "does-not-fit", "Leave it out; it belongs to: "
                    + kinds.stream().map(WireName::wireName).collect(Collectors.joining(", ")) + ".");
        }
    }

    /** A text of at most so many characters; one of white space only is the same as none. */
    public @Nullable PrivateText text(String pointer, @Nullable String text, int most) {
        errors.maxLength(pointer, text, most);
        return text == null || text.isBlank() ? null : PrivateText.of(text);
    }

    /** At most so many texts of at most so many characters, each with something in it. */
    public List<PrivateText> texts(String pointer, @Nullable List<@Nullable String> texts, int mostTexts, int most) {
        if (texts == null) {
            return List.of();
        }
        errors.maxItems(pointer, texts, mostTexts);
        List<PrivateText> read = new ArrayList<>();
        for (int i = 0; i < Math.min(texts.size(), mostTexts); i++) {
            String text = texts.get(i);
            String item = pointer + "/" + i;
            errors.required(item, text);
            errors.notBlank(item, text);
            errors.maxLength(item, text, most);
            if (text != null) {
                read.add(PrivateText.of(text));
            }
        }
        return read;
    }

    /** One of a closed choice. */
    public <T extends Enum<T> & WireName> @Nullable T choice(String pointer, @Nullable String name, Class<T> type) {
        errors.oneOf(pointer, name, names(type));
        return name == null ? null : WireName.parse(type, name).orElse(null);
    }

    /** Some of a closed choice: each once, in the order of the contract, so that the same set is the same list. */
    public <T extends Enum<T> & WireName> List<T> choices(String pointer, @Nullable List<@Nullable String> names,
            Class<T> type) {
        if (names == null) {
            return List.of();
        }
        int most = names(type).size();
        errors.maxItems(pointer, names, most);
        List<T> read = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), most); i++) {
            String item = pointer + "/" + i;
            errors.required(item, names.get(i));
            T one = choice(item, names.get(i), type);
            if (one != null) {
                read.add(one);
            }
        }
        return read.stream().distinct().sorted().toList();
    }

    private static <T extends Enum<T> & WireName> List<String> names(Class<T> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> !constant.name().equals("UNKNOWN"))
                .map(WireName::wireName)
                .toList();
    }
}
