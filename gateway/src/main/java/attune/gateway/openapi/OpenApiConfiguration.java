package attune.gateway.openapi;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

import attune.gateway.pages.StaticFile;
import attune.gateway.routes.RoomSettings;

/** Serves the merged document: kept for a minute when complete, for five seconds when a room was away. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final Duration COMPLETE = Duration.ofSeconds(60);
    private static final Duration INCOMPLETE = Duration.ofSeconds(5);

    @Bean
    RouterFunction<ServerResponse> apiDocument(HttpClient client, JsonMapper json, RoomSettings rooms) {
        Mono<MergedDocument> document = new RoomDocuments(client, json, rooms.at()).merged()
                .cache(merged -> merged.complete() ? COMPLETE : INCOMPLETE, _ -> Duration.ZERO, () -> Duration.ZERO);
        Mono<StaticFile> file = document
                .map(merged -> StaticFile.of(json.writeValueAsBytes(merged.document()), MediaType.APPLICATION_JSON));
        return RouterFunctions.route()
                .GET("/api/v1/openapi.json", request -> file.flatMap(current -> current.answer(request)))
                .build();
    }
}
