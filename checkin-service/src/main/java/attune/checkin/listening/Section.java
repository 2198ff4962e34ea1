package attune.checkin.listening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.checkin.files.UnusableFileException;

/** A part of a rule file, and how to ask it without surprises. */
record Section(String where, Map<?, ?> content) {

    Section(String where, @Nullable Object content) {
        this(where, content instanceof Map<?, ?> map ? map : Map.of());
        if (!(content instanceof Map)) {
            throw fault("it is not a list of names and values");
        }
    }

    UnusableFileException fault(String what) {
        return new UnusableFileException(where, what);
    }

    void allow(Set<String> names) {
        for (Object name : content.keySet()) {
            if (!names.contains(String.valueOf(name))) {
                throw fault("'" + name + "' means nothing");
            }
        }
    }

    String text(String name, String otherwise) {
        Object value = content.get(name);
        return value == null ? otherwise : value.toString();
    }

    double number(String name, double otherwise) {
        Object value = content.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw fault("'" + name + "' is not a number");
    }

    /** A list, or a text with one entry a line. */
    List<String> texts(String name) {
        Object value = content.get(name);
        if (value == null) {
            return List.of();
        }
        return texts(name, value);
    }

    private List<String> texts(String name, @Nullable Object value) {
        if (value instanceof String text) {
            return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
        if (!(value instanceof List<?> list)) {
            throw fault("'" + name + "' is not a list");
        }
        List<String> texts = new ArrayList<>(list.size());
        for (Object one : list) {
            if (!(one instanceof String text)) {
                throw fault("'" + name + "' holds something that is no text: " + one);
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    Map<String, List<String>> lists(String name) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        if (content.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> lists.put(String.valueOf(key), texts(String.valueOf(key), value)));
        }
        return lists;
    }

    List<Section> sections(String name) {
        List<Section> sections = new ArrayList<>();
        if (content.get(name) instanceof List<?> list) {
            for (Object one : list) {
                Object id = one instanceof Map<?, ?> map ? map.get("id") : null;
                sections.add(new Section(where + ", " + (id == null ? "a rule without an id" : id), one));
            }
        }
        return sections;
    }

    <E extends Enum<E>> E constant(Class<E> type, String written) {
        String name = written.toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw fault("'" + written + "' is none of the " + type.getSimpleName().toLowerCase(Locale.ROOT) + " names");
    }
}
