package attune.notification.messages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What every page owes to eyes and thumbs. */
class PageStyleTests {

    private static final Pattern COLOUR = Pattern.compile("--(\\w+): #([0-9a-f]{6});");
    private static final String DARK = "@media (prefers-color-scheme: dark)";

    /** WCAG 2.2, 1.4.3, level AA. */
    private static final double READABLE = 4.5;

    static Stream<Page> pages() {
        return Templates.LANGUAGES.stream()
                .flatMap(language -> Templates.PAGES.stream().map(name -> Messages.page(name, language)));
    }

    @Test
    void isOneStyleForAllPages() {
        assertThat(pages().map(Page::style).distinct()).hasSize(1);
        assertThat(style()).doesNotContain("url(", "@import", "!important").contains(":focus-visible { outline:");
    }

    @ParameterizedTest
    @CsvSource({"ink,paper", "soft,paper", "link,paper", "paper,link"})
    void isReadableByDayAndInTheDark(String text, String behind) {
        Map<String, String> day = colours(style().substring(0, style().indexOf(DARK)));
        Map<String, String> dark = colours(style().substring(style().indexOf(DARK)));

        assertThat(dark.keySet()).isEqualTo(day.keySet());
        assertThat(List.of(day, dark)).allSatisfy(colours -> assertThat(contrast(colours.getOrDefault(text, ""),
                colours.getOrDefault(behind, ""))).isGreaterThanOrEqualTo(READABLE));
    }

    @Test
    void hasButtonsThatAThumbCanHit() {
        assertThat(style()).containsPattern("button \\{[^}]*min-height: 3rem;");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void growsWithTheReaderAndSaysWhatItIsAbout(Page page) {
        assertThat(page.html()).contains("content=\"width=device-width, initial-scale=1\"", "<main>")
                .doesNotContain("user-scalable", "maximum-scale", "<script", " style=");
        String heading = between(page.html(), "<h1>", "</h1>");
        assertThat(between(page.html(), "<title>", "</title>")).isEqualTo(heading + " - Attune");
    }

    private static String style() {
        return Messages.page("unsubscribe", Templates.LAST_RESORT).style();
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new HashMap<>();
        COLOUR.matcher(css).results().forEach(one -> colours.put(one.group(1), one.group(2)));
        return colours;
    }

    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour, 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear((rgb >> 8) & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
