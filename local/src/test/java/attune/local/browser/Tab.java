package attune.local.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.awaitility.Awaitility.await;

/** A page in a browser: what a person can do with it, and what they would see. */
public final class Tab {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONG = Duration.ofMinutes(1);

    private final WebSocket socket;
    private final AtomicInteger asked = new AtomicInteger();
    private final ConcurrentMap<Integer, CompletableFuture<JsonNode>> answers;

    private Tab(WebSocket socket, ConcurrentMap<Integer, CompletableFuture<JsonNode>> answers) {
        this.socket = socket;
        this.answers = answers;
    }

    static Tab at(HttpClient http, URI address) {
        ConcurrentMap<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
        Tab tab = new Tab(http.newWebSocketBuilder().buildAsync(address, new Listener(answers)).join(), answers);
        // As if its window were in front, so that keys reach it.
        tab.ask("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        tab.ask("Network.clearBrowserCookies", Map.of());
        return tab;
    }

    /** Goes to an address and waits until the page is there. */
    public void go(String address) {
        ask("Page.navigate", Map.of("url", address));
        until("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /** Waits until a JavaScript expression is true, whatever pages come and go meanwhile. */
    public void until(String expression) {
        await(expression).atMost(LONG).ignoreExceptions().until(() -> see("!!(" + expression + ")").asBoolean());
    }

    /** The value of a JavaScript expression; a promise is waited for. */
    public JsonNode see(String expression) {
        JsonNode result = ask("Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.path("exceptionDetails").toString());
        }
        return result.at("/result/value");
    }

    /** What the page says. */
    public String text() {
        return see("document.body.innerText").asString();
    }

    /** Types a text where the focus is. */
    public void type(String text) {
        ask("Input.insertText", Map.of("text", text));
    }

    /** Presses a key: {@code Tab}, {@code Enter}, {@code Space}. */
    public void press(String key) {
        Map<String, Object> down = switch (key) {
            case "Tab" -> key("Tab", "Tab", 9, "");
            case "Enter" -> key("Enter", "Enter", 13, "\r");
            case "Space" -> key(" ", "Space", 32, " ");
            default -> throw new IllegalArgumentException(key);
        };
        ask("Input.dispatchKeyEvent", down);
        ask("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", down.get("key"), "code", down.get("code"),
                "windowsVirtualKeyCode", down.get("windowsVirtualKeyCode")));
    }

    private static Map<String, Object> key(String key, String code, int number, String text) {
        return Map.of("type", text.isEmpty() ? "rawKeyDown" : "keyDown", "key", key, "code", code,
                "windowsVirtualKeyCode", number, "text", text);
    }

    /** Presses Tab until the focus is on what a CSS selector says, as somebody without a mouse does. */
    public void tabTo(String selector) {
        ask("Page.bringToFront", Map.of());
        for (int i = 0; i < 60; i++) {
            if (see("!!document.activeElement?.matches('" + selector.replace("'", "\\'") + "')").asBoolean()) {
                return;
            }
            press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    /** Looks at the page on a screen of this width, dark or light, and with text of this size. */
    public void lookAs(int width, boolean dark, int percent) {
        ask("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        ask("Emulation.setEmulatedMedia", Map.of("features", java.util.List
                .of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        see("document.documentElement.style.fontSize = '" + percent + "%'");
    }

    /** Writes what there is to see into a PNG file. */
    public void photograph(Path file) throws IOException {
        Files.write(file, Base64.getDecoder().decode(
                ask("Page.captureScreenshot", Map.of("captureBeyondViewport", true)).path("data").asString()));
    }

    private JsonNode ask(String method, Map<String, ?> parameters) {
        int id = asked.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        JsonNode said = answer.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
        if (said.has("error")) {
            throw new IllegalStateException(method + ": " + said.path("error"));
        }
        return said.path("result");
    }

    /** Puts messages together and answers together with their questions; events are not listened to. */
    private static final class Listener implements WebSocket.Listener {

        private final ConcurrentMap<Integer, CompletableFuture<JsonNode>> answers;
        private final StringBuilder message = new StringBuilder();

        Listener(ConcurrentMap<Integer, CompletableFuture<JsonNode>> answers) {
            this.answers = answers;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                JsonNode said = JSON.readTree(message.toString());
                message.setLength(0);
                CompletableFuture<JsonNode> asked = answers.remove(said.path("id").asInt(-1));
                if (asked != null) {
                    asked.complete(said);
                }
            }
            socket.request(1);
            return null;
        }
    }
}
