package attune.notification.channels.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * What stands in a mail: the same for everybody, so that nothing private can be in it. Whoever sees a lock screen learns
 * that a note is waiting, and nothing else.
 */
record MailText(String language, String subject, String plain, String html) {

    /** For who speaks none of the other languages. */
    private static final MailText ENGLISH = load("en");

    private static final Map<String, MailText> OTHERS = Map.of("de", load("de"));

    /** The text in the language of a locale, with the link to the app. */
    static MailText of(@Nullable String locale, URI app) {
        String language = locale == null ? "" : Locale.forLanguageTag(locale).getLanguage();
        MailText template = OTHERS.getOrDefault(language, ENGLISH);
        return new MailText(template.language(), template.subject(),
                template.plain().replace("{{link}}", app.toString()),
                template.html().replace("{{link}}", HtmlUtils.htmlEscape(app.toString())));
    }

    private static MailText load(String language) {
        return new MailText(language, read(language + ".subject.txt").strip(), read(language + ".txt"),
                read(language + ".html"));
    }

    private static String read(String file) {
        try (InputStream stream = MailText.class.getResourceAsStream("/mail/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("The mail template " + file + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
