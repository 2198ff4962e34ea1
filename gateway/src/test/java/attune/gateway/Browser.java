package attune.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a browser does, as far as sign-in goes: it keeps cookies for one host and says where a request comes from. */
final class Browser {

    private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final String origin;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param origin the address of the gateway, such as {@code http://localhost:8080} */
    Browser(String origin) {
        this.origin = origin;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin).resolve(path)));
    }

    /** As a page of the gateway itself sends it. */
    HttpResponse<String> fromOurPage(String method, String path, String body) {
        return from(method, path, body, "Sec-Fetch-Site", "same-origin", "Origin", origin);
    }

    HttpResponse<String> from(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin).resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Goes to the provider and chooses somebody there; gives the address to which the provider sends the browser. */
    String chooseAtProvider(String signInPage, String person) {
        HttpResponse<String> chosen = plain(HttpRequest.newBuilder(URI.create(signInPage))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + person)));
        return location(chosen);
    }

    /** All of a sign-in. */
    HttpResponse<String> signIn(String person, String next) {
        return get(chooseAtProvider(location(get("/session/sign-in?next=" + next)), person));
    }

    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location")
                .orElseThrow(() -> new AssertionError("no Location in " + response.statusCode() + response.body()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = plain(request);
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String pair = cookie.substring(0, cookie.indexOf(';'));
            String name = pair.substring(0, pair.indexOf('='));
            if (cookie.contains("Max-Age=0")) {
                cookies.remove(name);
            } else {
                cookies.put(name, pair.substring(name.length() + 1));
            }
        }
        return response;
    }

    private static HttpResponse<String> plain(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
