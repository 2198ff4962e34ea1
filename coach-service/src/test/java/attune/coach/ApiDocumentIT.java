package attune.coach;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import attune.http.kit.NoBlocking;

import static org.assertj.core.api.Assertions.assertThat;

/** The API document says what the service does, and operators see what they need. */
@ExtendWith(NoBlocking.class)
class ApiDocumentIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.onDatabase("api-document");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void namesEveryPathAndMethodAndNoOther() {
        Set<String> served = new TreeSet<>();
        service.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().forEach(mapping -> mapping
                .getPatternsCondition().getPatterns().forEach(path -> mapping.getMethodsCondition().getMethods()
                        .forEach(method -> served.add(method + " " + path.getPatternString()))));
        served.removeIf(path -> !path.contains(" /api/"));

        Set<String> documented = new TreeSet<>();
        OpenApi.DOCUMENT.get("paths").properties().forEach(path -> path.getValue().propertyNames()
                .forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(documented).isEqualTo(served);
    }

    @Test
    void isReadWithoutSigningIn() {
        anonymous(service.port()).get().uri("/openapi.json").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.info.title").isEqualTo("Attune coach service");
        anonymous(service.port()).get().uri("/api/v1/caseload").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void keepsTheMetricContract() {
        try (StreamClient stream = StreamClient.open(service, "coach-2", "")) {
            assertThat(stream.next().name()).isEqualTo("ready");
            String metrics = metrics();

            assertThat(metrics).contains("attune_feed_connections{audience=\"coach\"} 1.0")
                    .contains("attune_feed_resume_total{result=\"fresh\"} ")
                    .contains("attune_fold_").contains("attune_safety_cases_overdue{tier=\"s3\"} ")
                    .contains("attune_safety_raised_total{reason=\"failed\",tier=\"s1\"} ")
                    .doesNotContain("client-").doesNotContain("coach-2");
        }
    }

    @Test
    void saysThatItIsAliveAndReady() {
        for (String probe : List.of("liveness", "readiness")) {
            anonymous(service.managementPort()).get().uri("/actuator/health/" + probe).exchange()
                    .expectStatus().isOk();
        }
    }

    private static String metrics() {
        byte[] body = anonymous(service.managementPort()).get().uri("/actuator/prometheus").exchange()
                .expectStatus().isOk().expectBody().returnResult().getResponseBodyContent();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    private static WebTestClient anonymous(int port) {
        return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20)).build();
    }
}
