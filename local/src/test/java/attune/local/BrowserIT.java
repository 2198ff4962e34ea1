package attune.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import attune.local.browser.Chromium;
import attune.local.browser.Tab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a person meets in a real browser. Photographs are kept in {@code target/photographs}, for eyes to look at what
 * tests cannot see.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {

    private static final Duration LONG = Duration.ofMinutes(4);
    private static final Path SCRIPT = Path.of("..", "attune").toAbsolutePath().normalize();
    private static final Path PHOTOGRAPHS = Path.of("target", "photographs");

    private Process attune;
    private Chromium chromium;
    private RunningAttune running;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        Optional<Path> program = Chromium.find();
        Assumptions.assumeTrue(program.isPresent(),
                "no Chromium is installed, so the pages are not looked at (Debian: apt-get install chromium)");
        Path output = data.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder("bash", SCRIPT.toString(), "up").redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("ATTUNE_DATA", data.resolve("home").toString(), "ATTUNE_PORTS", "free",
                "ATTUNE_BUILD", "no", "JAVA_HOME", System.getProperty("java.home")));
        builder.environment().remove("ATTUNE_PORT");
        attune = builder.start();
        await().atMost(LONG).until(() -> !attune.isAlive() || Files.readString(output).contains("Attune is ready"));
        running = RunningAttune.in(data.resolve("home")).orElseThrow();
        chromium = Chromium.start(program.get(), data);
        Files.createDirectories(PHOTOGRAPHS);
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (attune != null) {
            attune.descendants().forEach(ProcessHandle::destroyForcibly);
            attune.destroyForcibly();
        }
    }

    /** Never a mouse: Tab, Space, Enter and letters. */
    @Test
    void signsInChecksInAndSignsOutByKeyboard() throws Exception {
        Tab tab = chromium.open();
        tab.go(running.gateway());
        tab.tabTo("a[href^=\"/session/sign-in\"]");
        tab.press("Enter");
        tab.until("document.title === 'Sign in to Attune'");
        tab.tabTo("button[value=client-1]");
        tab.press("Enter");
        tab.until("document.body.innerText.includes('Signed in as client-1')");
        assertThat(tab.see("document.cookie").asString()).isEmpty();

        tab.tabTo("input[name=mood]");
        tab.press("Space");
        tab.tabTo("textarea");
        tab.type("A long day. I would like to talk about it.");
        tab.photograph(PHOTOGRAPHS.resolve("check-in.png"));
        tab.tabTo("form button");
        tab.press("Enter");
        tab.until("document.getElementById('answer').innerText.includes('Your check-in is kept')");
        await().atMost(LONG).until(() -> tab.see("fetch('/api/v1/check-ins').then(r => r.text())").asString()
                .contains("A long day. I would like to talk about it."));

        tab.tabTo("[data-session] button");
        tab.press("Enter");
        tab.until("document.querySelector('a[href^=\"/session/sign-in\"]')");
        assertThat(tab.see("fetch('/api/v1/check-ins').then(r => r.status)").asInt()).isEqualTo(401);
    }

    @Test
    void letsPeopleTryTheApiAsThemselves() throws Exception {
        Tab tab = chromium.open();
        tab.go(running.gateway() + "/session/sign-in?next=/docs");
        tab.until("document.title === 'Sign in to Attune'");
        tab.see("document.querySelector('button[value=client-2]').click()");
        tab.until("document.querySelector('.opblock')"
                + " && document.body.innerText.includes('Signed in as client-2')");

        assertThat(tab.see("fetch('/api/v1/me/preferences').then(r => r.status)").asInt()).isEqualTo(200);
        tab.photograph(PHOTOGRAPHS.resolve("docs.png"));
    }

    @Test
    void showsLinesOfHelpToEverybody() throws Exception {
        Tab tab = chromium.open();
        tab.go(running.gateway() + "/help");
        tab.until("document.querySelectorAll('.support li').length > 3");

        assertThat(tab.text()).contains("Emergency services").contains("Nobody at Attune is reading along");
        tab.photograph(PHOTOGRAPHS.resolve("help.png"));
    }

    @Test
    void fitsSmallScreensLargeTextAndTheDark() throws Exception {
        Tab tab = chromium.open();
        for (String page : List.of("", "help", "docs")) {
            for (boolean dark : List.of(false, true)) {
                for (int percent : List.of(100, 200)) {
                    tab.go(running.gateway() + "/" + page);
                    tab.until("document.readyState === 'complete'"
                            + (page.equals("docs") ? " && document.querySelector('.opblock')" : ""));
                    tab.lookAs(360, dark, percent);
                    tab.photograph(PHOTOGRAPHS.resolve("%s-360-%s-%d.png".formatted(page.isEmpty() ? "home" : page,
                            dark ? "dark" : "light", percent)));
                    assertThat(tab.see("document.documentElement.scrollWidth").asInt())
                            .as("%s, dark %s, %d %%", page, dark, percent).isLessThanOrEqualTo(360);
                }
            }
        }
    }
}
