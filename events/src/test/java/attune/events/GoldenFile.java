package attune.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record of a log as a file that people can read: {@code golden/<type>/<name>.json} with the key, the headers and the
 * value, in this order. The bytes of the value are those of the file without the white space between the tokens.
 */
record GoldenFile(String type, String name, String key, Map<String, String> headers, String value) {

    private static final EventCodec CODEC = new EventCodec();
    private static final Path ROOT = Path.of("src/test/resources/golden");
    private static final String BEFORE_VALUE = ",\"value\":";

    static Stream<GoldenFile> all() {
        return folders().stream()
                .flatMap(type -> entries(ROOT.resolve(type)).map(file -> read(type, file)));
    }

    /** Those that this version writes itself. */
    static Stream<GoldenFile> ours() {
        return all().filter(file -> !file.isNewer() && !file.name.contains("-until-"));
    }

    /** Those that this version or an older one wrote. */
    static Stream<GoldenFile> written() {
        return all().filter(file -> !file.isNewer());
    }

    /** Those that a newer version wrote, with fields and choices that this one does not know. */
    static Stream<GoldenFile> newer() {
        return all().filter(GoldenFile::isNewer);
    }

    static GoldenFile of(EventType type, String name) {
        return read(type.wireName(), ROOT.resolve(type.wireName()).resolve(name + ".json"));
    }

    static List<String> folders() {
        return entries(ROOT).map(folder -> folder.getFileName().toString()).toList();
    }

    private boolean isNewer() {
        return name.startsWith("newer");
    }

    EventType eventType() {
        return EventType.ofWireName(type).orElseThrow();
    }

    byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /** The headers with another value for one of them. */
    Map<String, String> headersWith(String header, String value) {
        Map<String, String> others = new HashMap<>(headers);
        others.put(header, value);
        return others;
    }

    Map<String, String> headersWithout(String header) {
        Map<String, String> others = new HashMap<>(headers);
        others.remove(header);
        return others;
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(value);
    }

    DecodedEvent decode() {
        return decode(eventType().log(), headers, bytes());
    }

    DecodedEvent decode(Log log, Map<String, String> otherHeaders, byte @Nullable [] otherValue) {
        return CODEC.decode(log, key.getBytes(StandardCharsets.UTF_8), name -> {
            String text = otherHeaders.get(name);
            return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        }, otherValue);
    }

    Envelope<?> envelope() {
        return switch (decode()) {
            case DecodedEvent.Decoded(Envelope<?> envelope) -> envelope;
            case DecodedEvent other -> throw new AssertionError(this + " is read as " + other);
        };
    }

    @Override
    public String toString() {
        return type + "/" + name;
    }

    private static GoldenFile read(String type, Path file) {
        try {
            String packed = withoutWhiteSpace(Files.readString(file));
            JsonNode json = JsonMapper.shared().readTree(packed);
            Map<String, String> headers = json.get("headers").properties().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().asString()));
            String name = file.getFileName().toString().replace(".json", "");
            return new GoldenFile(type, name, json.get("key").asString(), headers,
                    packed.substring(packed.indexOf(BEFORE_VALUE) + BEFORE_VALUE.length(), packed.length() - 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packs JSON by hand: going through a mapper would compare the mapper with itself. */
    private static String withoutWhiteSpace(String json) {
        StringBuilder packed = new StringBuilder();
        boolean inText = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inText && c == '\\') {
                packed.append(c);
                i++;
                c = json.charAt(i);
            } else if (c == '"') {
                inText = !inText;
            }
            if (inText || !Character.isWhitespace(c)) {
                packed.append(c);
            }
        }
        return packed.toString();
    }

    private static Stream<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
