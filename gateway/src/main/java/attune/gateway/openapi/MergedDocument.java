package attune.gateway.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * One OpenAPI 3.1 document out of the rooms' parts. Two rooms may use one name for different things: the later one's
 * is then called after its room, and what points at it follows.
 *
 * @param document the document
 * @param complete whether every room has given its part
 */
record MergedDocument(ObjectNode document, boolean complete) {

    private static final String REFERENCE = "$ref";
    private static final String INTRODUCTION = "What clients and coaches can do with Attune. Browsers sign in on this "
            + "page, programs send a bearer token. Readers must tolerate fields and values they do not know.";

    /**
     * The part of a room.
     *
     * @param document its own document, or empty if the room is away
     */
    record Part(String room, Optional<ObjectNode> document) {}

    static MergedDocument of(JsonMapper json, List<Part> parts) {
        ObjectNode merged = json.createObjectNode().put("openapi", "3.1.0");
        List<String> away = parts.stream().filter(part -> part.document().isEmpty()).map(Part::room).toList();
        merged.putObject("info")
                .put("title", "Attune")
                .put("version", "1")
                .put("description", away.isEmpty()
                        ? INTRODUCTION
                        : INTRODUCTION + " Away at the moment, and missing here: " + String.join(", ", away) + ".");
        merged.putArray("servers").addObject().put("url", "/");
        merged.putArray("security").addObject().putArray("bearer");
        merged.putArray("tags");
        merged.putObject("paths");
        merged.putObject("components")
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        parts.forEach(part -> part.document().ifPresent(document -> add(merged, part.room(), document.deepCopy())));
        return new MergedDocument(merged, away.isEmpty());
    }

    private static void add(ObjectNode merged, String room, ObjectNode part) {
        rename(part, clashes(merged, room, part));
        part.path("paths").properties().forEach(path -> child(merged, "paths").set(path.getKey(), path.getValue()));
        part.path("components").properties().forEach(section -> section.getValue().properties()
                .forEach(named -> {
                    ObjectNode target = child(child(merged, "components"), section.getKey());
                    if (!target.has(named.getKey())) {
                        target.set(named.getKey(), named.getValue());
                    }
                }));
        if (merged.get("tags") instanceof ArrayNode tags) {
            part.path("tags").forEach(tags::add);
        }
    }

    /** The references of components that another room has taken the names of, and what they become. */
    private static Map<String, String> clashes(ObjectNode merged, String room, ObjectNode part) {
        Map<String, String> renamed = new HashMap<>();
        part.path("components").properties().forEach(section -> {
            JsonNode taken = merged.path("components").path(section.getKey());
            section.getValue().properties().forEach(named -> {
                if (!"securitySchemes".equals(section.getKey()) && taken.has(named.getKey())
                        && !taken.get(named.getKey()).equals(named.getValue())) {
                    String start = "#/components/" + section.getKey() + "/";
                    renamed.put(start + named.getKey(), start + room + "." + named.getKey());
                }
            });
        });
        return renamed;
    }

    private static void rename(ObjectNode part, Map<String, String> renamed) {
        renamed.forEach((from, to) -> {
            String[] old = from.split("/", 4);
            if (part.path("components").path(old[2]) instanceof ObjectNode section) {
                section.set(to.substring(to.lastIndexOf('/') + 1), section.remove(old[3]));
            }
        });
        if (!renamed.isEmpty()) {
            redirect(part, renamed);
        }
    }

    private static void redirect(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object && object.get(REFERENCE) instanceof StringNode reference) {
            object.put(REFERENCE, renamed.getOrDefault(reference.asString(), reference.asString()));
        }
        new ArrayList<>(node.values()).forEach(inner -> redirect(inner, renamed));
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode object ? object : parent.putObject(name);
    }
}
