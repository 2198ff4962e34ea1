package attune.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import attune.embedded.LoopbackHttp.Answer;

/** A whole page around some content: one stylesheet, no script, nothing from elsewhere. */
final class Html {

    private static final String STYLE = style();

    private Html() {}

    /**
     * A page.
     *
     * @param title plain text
     * @param content HTML whose texts were escaped
     */
    static Answer page(int status, String title, String content) {
        String body = """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(escape(title), STYLE, content);
        return new Answer(status, headers(), body);
    }

    private static Map<String, String> headers() {
        return Map.of("Content-Type", "text/html; charset=utf-8",
                "Cache-Control", "no-store",
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
                "Referrer-Policy", "no-referrer");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(Html.class.getResourceAsStream("page.css"), "page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EmbeddedException.Failed("The stylesheet of the pages cannot be read.", e);
        }
    }
}
