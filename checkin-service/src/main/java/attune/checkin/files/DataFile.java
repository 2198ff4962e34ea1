package attune.checkin.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads YAML files of the class path into records. What the record does not know is a fault. */
public final class DataFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private DataFile() {}

    /**
     * Reads a file.
     *
     * @param file such as {@code support/words-en.yml}
     * @throws UnusableFileException if it is not there or does not fit the record
     */
    public static <T extends Record> T read(String file, Class<T> type) {
        try (InputStream content = DataFile.class.getClassLoader().getResourceAsStream(file)) {
            if (content == null) {
                throw new UnusableFileException(file, "it is not there");
            }
            T read = MAPPER.convertValue(new Yaml(new SafeConstructor(new LoaderOptions())).load(content), type);
            if (read == null) {
                throw new UnusableFileException(file, "it is empty");
            }
            return read;
        } catch (YAMLException e) {
            throw new UnusableFileException(file, "it is no YAML, " + firstLine(e));
        } catch (JacksonException e) {
            throw new UnusableFileException(file, firstLine(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read");
    }
}
