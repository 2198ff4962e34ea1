package attune.local.listen;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one person told: one text, or several in order. */
record Told(String id, List<String> turns) {

    Told {
        turns = List.copyOf(turns);
    }

    static Told parse(JsonMapper mapper, String line) throws UnusableLineException {
        JsonNode node = read(mapper, line);
        JsonNode id = node.path("id");
        if (!id.isString() && !id.isNumber()) {
            throw new UnusableLineException("it has no id.");
        }
        JsonNode text = node.path("text");
        JsonNode turns = node.path("turns");
        if (text.isString() == turns.isArray()) {
            throw new UnusableLineException("it must have either a text or turns.");
        }
        return new Told(id.asString(), text.isString() ? List.of(text.asString()) : turns(turns));
    }

    private static JsonNode read(JsonMapper mapper, String line) throws UnusableLineException {
        try {
            return mapper.readTree(line);
        } catch (JacksonException _) {
            throw new UnusableLineException("it is not JSON.");
        }
    }

    private static List<String> turns(JsonNode turns) throws UnusableLineException {
        List<String> texts = new ArrayList<>();
        for (JsonNode turn : turns) {
            if (!turn.isString()) {
                throw new UnusableLineException("a turn is not a text.");
            }
            texts.add(turn.asString());
        }
        return texts;
    }
}
