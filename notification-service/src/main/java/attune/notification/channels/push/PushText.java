package attune.notification.channels.push;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

import attune.events.Category;

/**
 * What stands on a lock screen: the same for everybody, so that nothing private can be in it. In discreet mode not even
 * the name of the app is in it.
 */
record PushText(String title, String body) {

    private static final Properties ENGLISH = load("en");
    private static final Map<String, Properties> OTHERS = Map.of("de", load("de"));

    static PushText of(Category category, @Nullable String locale, boolean discreet) {
        String language = locale == null ? "" : Locale.forLanguageTag(locale).getLanguage();
        Properties texts = OTHERS.getOrDefault(language, ENGLISH);
        return new PushText(text(texts, discreet ? "discreet.title" : "title"),
                text(texts, discreet ? "discreet.body" : category.wireName()));
    }

    private static String text(Properties texts, String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("There is no push text " + key);
        }
        return text;
    }

    private static Properties load(String language) {
        try (InputStream stream = PushText.class.getResourceAsStream("/push/" + language + ".properties")) {
            if (stream == null) {
                throw new IllegalStateException("The push texts in " + language + " are missing");
            }
            Properties texts = new Properties();
            texts.load(new java.io.InputStreamReader(stream, java.nio.charset.StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
