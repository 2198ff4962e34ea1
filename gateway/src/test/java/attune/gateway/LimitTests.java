package attune.gateway;

import java.net.http.HttpResponse;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** One caller's haste is nobody else's burden. */
@TestPropertySource(properties = {"attune.gateway.limits.person.per-second=1", "attune.gateway.limits.person.burst=20",
        "attune.gateway.limits.address.per-second=1", "attune.gateway.limits.address.burst=30"})
class LimitTests extends GatewayTests {

    @Test
    void slowsOnePersonDownAndNoOther() {
        HttpResponse<String> refused = untilRefused(() -> send(as("client-20", "/api/v1/check-ins")), 25);
        assertProblem(refused, 429, "too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.headers().firstValue("RateLimit")).get().asString().startsWith("\"person\";r=0;t=");
        assertThat(refused.headers().firstValue("RateLimit-Policy")).contains("\"person\";q=20;w=20");
        assertThat(send(as("client-21", "/api/v1/check-ins")).statusCode()).isEqualTo(200);
    }

    @Test
    void slowsDownWhoTriesTokensButNotWhoHasAGoodOne() {
        HttpResponse<String> refused = untilRefused(
                () -> send(request("/api/v1/check-ins").header("Authorization", "Bearer guess")), 40);
        assertProblem(refused, 429, "too-many-requests");
        assertThat(refused.headers().firstValue("RateLimit")).get().asString().startsWith("\"address\"");
        assertProblem(untilRefused(() -> send(request("/").header("X-Forwarded-For", "9.9.9.9")), 10), 429,
                "too-many-requests");
        assertThat(send(as("client-22", "/api/v1/check-ins")).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> untilRefused(Supplier<HttpResponse<String>> request, int most) {
        return Stream.generate(request).limit(most).filter(answer -> answer.statusCode() == 429).findFirst()
                .orElseThrow();
    }
}
