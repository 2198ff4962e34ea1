package attune.notification.messages;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import attune.events.Category;
import attune.events.Notice;

/**
 * What the service says. Outside the inbox it is the same for everybody, so that nothing private can be in it; a test
 * looks over every template. All templates are read once, when this class is first used. Pure; safe for use by many
 * threads.
 *
 * <p>
 * Locales are BCP 47 tags. One that is unknown, or no tag at all, falls back: {@code de-AT}, {@code de}, {@code en}.
 */
public final class Messages {

    private static final Templates TEMPLATES = Templates.load();

    private Messages() {}

    /** What stands on a lock screen. If it is to be discreet, not even the name of the app is in it. */
    public static Words push(Category category, @Nullable String locale, boolean discreet) {
        return words(locale, (discreet ? "discreet" : name(category)) + ".push.txt");
    }

    /**
     * A mail that says that something is there, and never what.
     *
     * @param link where to read it
     * @param unsubscribe where to say that no more such mail is wanted; null where that is not offered
     */
    public static MailWords mail(Category category, @Nullable String locale, URI link, @Nullable URI unsubscribe) {
        Map<String, String> blanks = Map.of("link", link.toString(), "unsubscribe",
                unsubscribe == null ? "" : unsubscribe.toString());
        Template text = TEMPLATES.find(locale, name(category) + ".email.txt");
        Template html = TEMPLATES.find(locale, name(category) + ".email.html");
        Words plain = words(text, blanks);
        return new MailWords(plain.language(), plain.title(), plain.body(), html.fill(blanks));
    }

    /** The title and the body of a notice in the inbox. */
    public static Words notice(Notice notice, @Nullable String locale) {
        return words(locale, notice.wireName() + ".inbox.txt");
    }

    /** A page, such as {@code unsubscribe}. */
    public static Page page(String name, @Nullable String locale) {
        Template template = TEMPLATES.find(locale, name + ".page.html");
        return new Page(template.language(), template.fill(Map.of()));
    }

    /** Whether there is something in the language of a locale. */
    public static boolean speaks(String locale) {
        List<String> chain = Templates.chain(locale);
        return chain.subList(0, chain.size() - 1).stream().anyMatch(Templates.LANGUAGES::contains);
    }

    /** The kind that somebody newer writes is told as the most common one. */
    private static String name(Category category) {
        return (category == Category.UNKNOWN ? Category.SUGGESTION : category).wireName();
    }

    private static Words words(@Nullable String locale, String name) {
        return words(TEMPLATES.find(locale, name), Map.of());
    }

    /** The first line is the title, and after an empty line comes the body. */
    private static Words words(Template template, Map<String, String> blanks) {
        String filled = template.fill(blanks);
        int end = filled.indexOf('\n');
        return new Words(template.language(), filled.substring(0, end), filled.substring(end).strip());
    }
}
