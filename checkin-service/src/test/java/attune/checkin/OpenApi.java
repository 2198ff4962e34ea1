package attune.checkin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document of this service's API. */
final class OpenApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SCHEMAS = "urn:attune:checkin";

    private final JsonNode document;
    private final Validator validator = new ValidatorFactory().createValidator();

    OpenApi() {
        try {
            document = JSON.readTree(new ClassPathResource("openapi/checkin-service.json")
                    .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ObjectNode schemas = JSON.createObjectNode();
        schemas.put("$id", SCHEMAS);
        schemas.set("$defs", document.at("/components/schemas"));
        validator.registerSchema(schemas.toString().replace("#/components/schemas/", "#/$defs/"));
    }

    /** All operations, such as {@code GET /api/v1/check-ins}. */
    Set<String> operations() {
        return document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The statuses that an operation may answer with. */
    Set<Integer> statuses(String path, String method) {
        return document.get("paths").get(path).get(method).get("responses").propertyNames().stream()
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is wrong with an instance by the schema of this name; nothing if it is valid. */
    List<String> faults(String schema, String instance) {
        registerReference(schema);
        return validator.validate(java.net.URI.create(SCHEMAS + ":" + schema), instance).getErrors().stream()
                .map(error -> error.getInstanceLocation() + " " + error.getError())
                .toList();
    }

    private void registerReference(String schema) {
        validator.registerSchema(java.net.URI.create(SCHEMAS + ":" + schema),
                "{\"$ref\":\"" + SCHEMAS + "#/$defs/" + schema + "\"}");
    }

    JsonNode document() {
        return document;
    }
}
