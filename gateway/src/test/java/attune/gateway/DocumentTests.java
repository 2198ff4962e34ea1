package attune.gateway;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the gateway itself has to show. */
class DocumentTests extends GatewayTests {

    @Test
    void mergesTheDocumentsOfTheRoomsAndNamesWhoIsAway() {
        HttpResponse<String> answer = send(request("/api/v1/openapi.json"));
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode document = json(answer);
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.path("paths").propertyNames()).contains("/api/v1/check-ins", "/api/v1/suggestions");
        assertThat(document.at("/info/description").asString()).contains("notification-service")
                .doesNotContain("checkin-service");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
        assertThat(document.at("/components/responses").propertyNames()).containsExactly("Problem");
    }

    @Test
    void keepsApartWhatTwoRoomsCallByOneName() {
        JsonNode document = json(send(request("/api/v1/openapi.json")));
        assertThat(document.at("/components/schemas/Item/type").asString()).isEqualTo("string");
        assertThat(document.path("components").path("schemas").path("coach-service.Item").path("type").asString())
                .isEqualTo("integer");
        assertThat(document.path("paths").path("/api/v1/suggestions").findValuesAsString("$ref"))
                .containsExactly("#/components/schemas/coach-service.Item");
    }

    @Test
    void sendsNothingTwiceToWhoHasIt() {
        for (String path : new String[]{"/", "/api/v1/openapi.json", "/docs/swagger-ui-bundle.js"}) {
            String etag = send(request(path)).headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = send(request(path).header("If-None-Match", etag));
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void showsItsPagesUnderAStrictPolicy() {
        for (String path : new String[]{"/", "/style.css", "/docs", "/docs/start.js", "/docs/swagger-ui.css"}) {
            HttpResponse<String> answer = send(request(path));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'self';");
            assertThat(answer.body()).doesNotContain("<script>", " style=");
        }
        assertThat(send(request("/")).body()).contains("Attune", "/docs");
    }
}
