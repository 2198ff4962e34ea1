package attune.gateway.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The landing page and the page to try the API, read once at the start. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    private static final String SWAGGER = "META-INF/resources/webjars/swagger-ui/";
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    @Bean
    RouterFunction<ServerResponse> pages() {
        String swagger = SWAGGER + swaggerVersion() + "/";
        Map<String, StaticFile> files = Map.of(
                "/", file("pages/index.html", HTML),
                "/style.css", file("pages/style.css", CSS),
                "/help", file("pages/help.html", HTML),
                "/session.js", file("pages/session.js", SCRIPT),
                "/docs/page.css", file("pages/docs.css", CSS),
                "/docs", file("pages/docs.html", HTML),
                "/docs/start.js", file("pages/docs.js", SCRIPT),
                "/docs/swagger-ui.css", file(swagger + "swagger-ui.css", CSS),
                "/docs/swagger-ui-bundle.js", file(swagger + "swagger-ui-bundle.js", SCRIPT));
        RouterFunctions.Builder routes = RouterFunctions.route();
        files.forEach((path, file) -> routes.GET(path, file::answer));
        return routes.build();
    }

    private static String swaggerVersion() {
        Properties properties = new Properties();
        try (InputStream in = new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties")
                .getInputStream()) {
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("Swagger UI is not on the class path", e);
        }
    }

    private static StaticFile file(String path, MediaType type) {
        try {
            return StaticFile.of(new ClassPathResource(path).getContentAsByteArray(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " is missing", e);
        }
    }
}
