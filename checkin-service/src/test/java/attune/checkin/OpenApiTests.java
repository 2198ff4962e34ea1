package attune.checkin;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiTests {

    private final OpenApi openApi = new OpenApi();

    @Test
    void namesExactlyWhatControllersAnswer() {
        Set<String> answered = new TreeSet<>();
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("attune.checkin")
                .stream()
                .filter(type -> type.isAnnotatedWith(RestController.class))
                .map(JavaClass::reflect)
                .filter(type -> type != OpenApiController.class)
                .forEach(type -> answered.addAll(operations(type).toList()));

        assertThat(openApi.operations()).isEqualTo(answered).hasSizeGreaterThan(10);
    }

    private static Stream<String> operations(Class<?> controller) {
        RequestMapping base = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        String prefix = base == null ? "" : base.path()[0];
        return Arrays.stream(controller.getDeclaredMethods()).flatMap(method -> {
            RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
            return mapping == null
                    ? Stream.of()
                    : Stream.of(mapping.method()[0] + " " + prefix + String.join("", mapping.path()));
        });
    }

    @Test
    void refersOnlyToWhatItHolds() {
        assertThat(openApi.document().findValuesAsString("$ref")).isNotEmpty()
                .allSatisfy(reference -> assertThat(openApi.document().at(reference.substring(1)).isMissingNode())
                        .as(reference).isFalse());
    }

    @Test
    void givesEveryOperationANameOfItsOwn() {
        assertThat(openApi.document().get("paths").findValuesAsString("operationId"))
                .hasSize(openApi.operations().size())
                .doesNotHaveDuplicates();
    }

    @Test
    void allowsNothingItDoesNotName() {
        for (JsonNode schema : openApi.document().at("/components/schemas")) {
            assertThat(schema.has("additionalProperties") || schema.get("required").size() > 4).isTrue();
        }
    }
}
