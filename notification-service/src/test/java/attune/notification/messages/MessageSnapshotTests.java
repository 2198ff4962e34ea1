package attune.notification.messages;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import attune.events.Category;
import attune.events.Notice;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every message as it reaches a person, one file each in {@code src/test/resources/snapshots}, so that a change is seen
 * in review as people will see it. To renew them after a change that is meant:
 *
 * <pre>
 * mvn -pl notification-service -am test -Dtest=MessageSnapshotTests -Dsurefire.failIfNoSpecifiedTests=false -Dattune.snapshots=renew
 * </pre>
 *
 * That run fails where it has written something; read the difference, then run the tests again.
 */
class MessageSnapshotTests {

    private static final Path FOLDER = Path.of("src/test/resources/snapshots");
    private static final URI APP = URI.create("https://attune.example/app?a=1&b=2");
    private static final URI STOP = URI.create("https://attune.example/api/v1/unsubscribe/abc");

    static Stream<String> snapshots() {
        return all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void saysWhatWasReviewed(String name) throws IOException {
        String now = all().get(name);
        Path file = FOLDER.resolve(name);
        String reviewed = Files.exists(file) ? Files.readString(file) : "";
        if ("renew".equals(System.getProperty("attune.snapshots")) && !reviewed.equals(now)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
        }
        assertThat(now).as("%s: see the comment on this class if the change is meant", name).isEqualTo(reviewed);
    }

    @Test
    void keepsNoFileOfAMessageThatIsGone() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile).map(file -> FOLDER.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(new TreeSet<>(all().keySet()));
        }
    }

    private static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String language : Templates.LANGUAGES) {
            for (Category category : Category.values()) {
                String name = language + "/" + category.wireName();
                MailWords mail = Messages.mail(category, language, APP, category == Category.ACCOUNT ? null : STOP);
                all.put(name + ".push.txt", text(Messages.push(category, language, false)));
                all.put(name + ".email.txt", mail.subject() + "\n\n" + mail.plain() + "\n");
                all.put(name + ".email.html", mail.html());
            }
            Templates.PAGES.forEach(page -> all.put(language + "/" + page + ".page.html",
                    Messages.page(page, language).html()));
            all.put(language + "/discreet.push.txt", text(Messages.push(Category.SUGGESTION, language, true)));
            for (Notice notice : Notice.values()) {
                if (notice != Notice.UNKNOWN) {
                    all.put(language + "/" + notice.wireName() + ".inbox.txt", text(Messages.notice(notice, language)));
                }
            }
        }
        return all;
    }

    private static String text(Words words) {
        return words.title() + "\n\n" + words.body() + "\n";
    }
}
