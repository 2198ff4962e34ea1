package attune.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.SnakeYamlNode;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document of the logs, as a tree and as schemas to validate by. */
final class AsyncApi {

    static final String SCHEMAS = "#/components/schemas/";

    private static final Path FILE = Path.of("../docs/events/asyncapi.yaml");
    private static final AsyncApi DOCUMENT = new AsyncApi(read());

    private final JsonNode document;
    private final Validator strict;
    private final Validator lenient;

    private AsyncApi(JsonNode document) {
        this.document = document;
        this.strict = validator(schemas());
        this.lenient = validator(withoutEnums(schemas().deepCopy()));
    }

    static AsyncApi document() {
        return DOCUMENT;
    }

    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    JsonNode schemas() {
        return at("/components/schemas");
    }

    JsonNode schema(String name) {
        return schemas().path(name);
    }

    /** What is wrong with this JSON, measured by what this version writes; empty for nothing. */
    List<String> faults(String schema, String json) {
        return faults(strict, schema, json);
    }

    /** What is wrong with this JSON for a reader who bears choices that it does not know. */
    List<String> faultsForReaders(String schema, String json) {
        return faults(lenient, schema, json);
    }

    private static List<String> faults(Validator validator, String schema, String json) {
        return validator.validate(uri(schema), json).getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .toList();
    }

    private static Validator validator(JsonNode schemas) {
        Validator validator = new ValidatorFactory()
                .withDefaultDialect(new Dialects.Draft7Dialect())
                .withEvaluatorFactory(new FormatEvaluatorFactory())
                .withJsonNodeFactory(new SnakeYamlNode.Factory())
                .createValidator();
        schemas.forEachEntry((name, schema) -> validator.registerSchema(uri(name),
                schema.toString().replace(SCHEMAS, "urn:attune:schema:")));
        return validator;
    }

    private static URI uri(String schema) {
        return URI.create("urn:attune:schema:" + schema);
    }

    private static JsonNode withoutEnums(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("enum") instanceof ArrayNode) {
            object.remove("enum");
        }
        schema.forEach(AsyncApi::withoutEnums);
        return schema;
    }

    private static JsonNode read() {
        try {
            return JsonMapper.shared().valueToTree(new Yaml().load(Files.readString(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
