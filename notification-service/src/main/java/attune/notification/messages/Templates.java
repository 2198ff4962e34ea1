package attune.notification.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.samskivert.mustache.Mustache;
import org.jspecify.annotations.Nullable;

import attune.events.Category;
import attune.events.Notice;

/** All templates of all languages, by their file names. */
final class Templates {

    /** The language that has everything; the others may have gaps. */
    static final String LAST_RESORT = "en";

    /** The folders under {@code messages/}. */
    static final List<String> LANGUAGES = List.of(LAST_RESORT, "de");

    /** The pages that a browser shows without a sign-in. */
    static final List<String> PAGES = List.of("unsubscribe", "unsubscribed", "unknown-link", "not-noted");

    private final Map<String, Map<String, Template>> byLanguage;

    private Templates(Map<String, Map<String, Template>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /** The names of all templates that every language should have. */
    static Stream<String> names() {
        Stream<String> notices = Stream.of(Notice.values())
                .filter(notice -> notice != Notice.UNKNOWN)
                .map(notice -> notice.wireName() + ".inbox.txt");
        Stream<String> outside = Stream.of(Category.values())
                .filter(category -> category != Category.UNKNOWN)
                .flatMap(category -> Stream.of(".push.txt", ".email.txt", ".email.html")
                        .map(ending -> category.wireName() + ending));
        Stream<String> pages = PAGES.stream().map(page -> page + ".page.html");
        return Stream.of(notices, outside, pages, Stream.of("discreet.push.txt")).flatMap(name -> name);
    }

    static Templates load() {
        Map<String, Map<String, Template>> byLanguage = new HashMap<>();
        for (String language : LANGUAGES) {
            Map<String, Template> templates = new HashMap<>();
            names().forEach(name -> {
                String text = read(language, name);
                if (text != null) {
                    templates.put(name, new Template(language, compile(language, name, text)));
                }
            });
            byLanguage.put(language, Map.copyOf(templates));
        }
        return new Templates(Map.copyOf(byLanguage));
    }

    /** The template in the language nearest to a locale. */
    Template find(@Nullable String locale, String name) {
        for (String language : chain(locale)) {
            Template template = byLanguage.getOrDefault(language, Map.of()).get(name);
            if (template != null) {
                return template;
            }
        }
        throw new IllegalStateException("The template " + name + " is missing");
    }

    /** A locale, what it is a part of, and English: {@code de-AT}, {@code de}, {@code en}. */
    static List<String> chain(@Nullable String locale) {
        List<String> chain = new ArrayList<>();
        String tag = locale == null ? "" : Locale.forLanguageTag(locale).toLanguageTag();
        for (int end = tag.length(); end > 0; end = tag.lastIndexOf('-', end - 1)) {
            chain.add(tag.substring(0, end));
        }
        chain.add(LAST_RESORT);
        return chain;
    }

    /** Fills it in once, so that its parts are read now and a fault ends the start. */
    private static com.samskivert.mustache.Template compile(String language, String name, String text) {
        com.samskivert.mustache.Template template = Mustache.compiler()
                .escapeHTML(name.endsWith(".html"))
                .emptyStringIsFalse(true)
                .withLoader(part -> part(language, part))
                .compile(text);
        var _ = template.execute(Map.of("link", "", "unsubscribe", ""));
        return template;
    }

    /** What several templates of a language have in common, or, if it is a style, all pages of all languages. */
    private static Reader part(String language, String name) {
        String text = name.endsWith(".css") ? read(name) : read(language, name);
        return new StringReader(Objects.requireNonNull(text, name));
    }

    private static @Nullable String read(String language, String name) {
        return read("/messages/" + language + "/" + name);
    }

    private static @Nullable String read(String resource) {
        try (InputStream stream = Templates.class.getResourceAsStream(resource)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
