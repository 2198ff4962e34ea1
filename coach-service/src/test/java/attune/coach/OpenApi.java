package attune.coach;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The API document, and checking answers against it. */
final class OpenApi {

    private static final String TEXT = read();
    static final JsonNode DOCUMENT = new JsonMapper().readTree(TEXT);

    private static final URI HERE = URI.create("https://attune.example/openapi.json");
    private static final Validator VALIDATOR = validator();

    private OpenApi() {}

    /** Fails if the JSON is not as the document's schema of that name says. */
    static void check(String schema, JsonNode json) {
        Validator.Result result = VALIDATOR.validate(URI.create(HERE + "#/components/schemas/" + schema),
                json.toString());
        assertThat(result.getErrors()).as("%s against %s", json, schema).isEmpty();
    }

    private static Validator validator() {
        Validator validator = new ValidatorFactory()
                .withDisabledSchemaValidation(true)
                .withDefaultDialect(new Dialects.Draft2020Dialect())
                .createValidator();
        validator.registerSchema(HERE, TEXT);
        return validator;
    }

    private static String read() {
        try (InputStream stream = Objects.requireNonNull(
                OpenApi.class.getResourceAsStream("/openapi/coach-service.json"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
