package attune.notification.messages;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import attune.events.About;
import attune.events.Category;
import attune.events.Conduct;
import attune.events.WireName;

import static org.assertj.core.api.Assertions.assertThat;

/** What may not stand in a message, in any language: looked for in every file, also in those of languages to come. */
class MessageLintTests {

    private static final Path FOLDER = Path.of("src/main/resources/messages");

    /** Moods, topics, people, risk: nothing of this may stand on a lock screen or in a mailbox that others see. */
    private static final List<String> PRIVATE = List.of("conflict", "konflikt", "streit", "fight", "argument",
            "quarrel", "mood", "stimmung", "feel", "gefühl", "lonely", "einsam", "angry", "wütend", "wut", "sad ",
            "traurig", "afraid", "angst", "safe", "sicher", "risk", "risiko", "harm", "suicid", "suizid", "selbstmord",
            "violen", "gewalt", "abuse", "missbrauch", "crisis", "krise", "help line", "notruf", "emergency", "notfall",
            "therap", "coach", "partner", "husband", "wife", "ehe", "couple", "paar", "family", "familie", "friend",
            "freund", "relationship", "beziehung", "money", "geld", "sex", "jealous", "eifersucht", "divorce",
            "trennung", "suggest", "vorschlag", "repair", "check-in", "time-out", "auszeit", "urgent", "dringend",
            "danger", "gefahr", "case ", "a case", "fall ", "ein fall", "client", "klient", "diagnos");

    /** Guilt, pressure, streaks. */
    private static final List<String> UNKIND = List.of("!", "you missed", "you forgot", "you should", "you must",
            "streak", "don't lose", "last chance", "hurry", "disappoint", "we miss you", "again and again",
            "verpasst", "vergessen", "du solltest", "du musst", "enttäusch", "letzte chance", "beeil", "vermissen dich",
            "serie");

    private static final Set<String> MAIL_BLANKS = Set.of("link", "unsubscribe", "#unsubscribe", "/unsubscribe",
            ">head.html", ">foot.html", ">foot.txt");
    private static final Pattern BLANK = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final URI LINK = URI.create("https://app.example/");
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_PUSH = 80;
    private static final int LONGEST_NOTICE = 200;

    static Stream<Path> files() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> outside() {
        return files().filter(file -> !file.toString().endsWith(".inbox.txt"));
    }

    static Stream<Path> html() {
        return files().filter(file -> name(file).endsWith(".email.html") || name(file).endsWith(".page.html"));
    }

    @ParameterizedTest
    @MethodSource("outside")
    void saysNothingOutsideTheInboxThatIsNobodysBusiness(Path file) {
        String text = text(file).toLowerCase(Locale.ROOT);

        assertThat(PRIVATE.stream().filter(word -> Pattern.compile("\\b" + Pattern.quote(word)).matcher(text).find()))
                .isEmpty();
        assertThat(choices().filter(text::contains)).isEmpty();
    }

    /** What people choose from when they tell of something. */
    private static Stream<String> choices() {
        return Stream.of(About.values(), Conduct.values()).flatMap(Arrays::stream).map(WireName.class::cast)
                .map(WireName::wireName)
                .filter(name -> !List.of("unknown", "work", "self").contains(name));
    }

    @ParameterizedTest
    @MethodSource("files")
    void blamesAndPressesNobody(Path file) {
        String text = text(file).replace("<!DOCTYPE", "").toLowerCase(Locale.ROOT);

        assertThat(UNKIND.stream().filter(text::contains)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void fillsInNothingButLinksAndTheseInMailsOnly(Path file) {
        assertThat(allowed(file)).containsAll(blanks(file));
        assertThat(text(file).replaceAll(BLANK.pattern(), "")).doesNotContain("{{", "}}", "${", "%s");
    }

    private static Set<String> allowed(Path file) {
        if (name(file).contains(".email.") || name(file).startsWith("foot.")) {
            return MAIL_BLANKS;
        }
        if (name(file).equals("page-head.html")) {
            return Set.of(">page.css");
        }
        return name(file).endsWith(".page.html") ? Set.of(">page-head.html") : Set.of();
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasATitleOfOneLineWithoutBlanksAndNothingTooLong(Path file) {
        if (name(file).endsWith(".html") || name(file).startsWith("foot.")) {
            return;
        }
        List<String> lines = text(file).lines().toList();
        assertThat(lines.getFirst()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_TITLE).doesNotContain("{", "}", "<");
        assertThat(lines.get(1)).isEmpty();
        if (!name(file).contains(".email.")) {
            int longest = name(file).contains(".push.") ? LONGEST_PUSH : LONGEST_NOTICE;
            assertThat(lines.subList(2, lines.size())).hasSize(1)
                    .allSatisfy(body -> assertThat(body).isNotBlank().hasSizeLessThanOrEqualTo(longest));
        }
    }

    @Test
    void isThereInEveryLanguageAndNothingElseIs() {
        Set<String> wanted = Templates.names().collect(Collectors.toCollection(TreeSet::new));
        wanted.addAll(List.of("head.html", "foot.html", "foot.txt", "page-head.html"));
        for (String language : Templates.LANGUAGES) {
            assertThat(files().filter(file -> language(file).equals(language)).map(MessageLintTests::name))
                    .as(language).containsExactlyInAnyOrderElementsOf(wanted);
        }
        assertThat(files().map(MessageLintTests::language).distinct())
                .containsExactlyInAnyOrderElementsOf(Templates.LANGUAGES);
    }

    @ParameterizedTest
    @MethodSource("files")
    void leavesTheSameBlanksInEveryLanguage(Path file) {
        assertThat(blanks(file)).isEqualTo(blanks(FOLDER.resolve(Templates.LAST_RESORT).resolve(name(file))));
    }

    @ParameterizedTest
    @MethodSource("html")
    void isWellFormedInItsLanguageAndReadableInTheDark(Path file) throws Exception {
        String html = filled(file);

        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Element page = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", "")))).getDocumentElement();
        assertThat(page.getAttribute("lang")).isEqualTo(language(file));
        assertThat(html).startsWith("<!DOCTYPE html>").contains("name=\"color-scheme\" content=\"light dark\"");
        // Without colours of ours the mail program's own are used, and those fit together. Pages: see PageStyleTests.
        String own = name(file).endsWith(".page.html") ? "<style>" + new Page("", html).style() + "</style>" : "";
        assertThat(html.replace(own, "").replace("color-scheme", ""))
                .doesNotContain("color", "background", "<img", "<script", "<style");
        assertThat(page.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
        assertThat(page.getElementsByTagName("a").getLength()).isLessThanOrEqualTo(2);
    }

    private static String filled(Path file) {
        String subject = name(file).substring(0, name(file).indexOf('.'));
        return Stream.of(Category.values())
                .filter(category -> name(file).contains(".email.") && category.wireName().equals(subject))
                .findFirst()
                .map(category -> Messages.mail(category, language(file), LINK, LINK).html())
                .orElseGet(() -> Messages.page(subject, language(file)).html());
    }

    private static Set<String> blanks(Path file) {
        return BLANK.matcher(text(file)).results().map(MatchResult::group).map(blank -> blank
                .substring(2, blank.length() - 2)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String language(Path file) {
        return FOLDER.relativize(file).getName(0).toString();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
