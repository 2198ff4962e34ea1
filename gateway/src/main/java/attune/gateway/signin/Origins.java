package attune.gateway.signin;

import java.net.URI;
import java.util.Locale;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Under which address a browser sees the gateway, and whether a request comes from a page of it. */
final class Origins {

    private static final String SITE = "Sec-Fetch-Site";

    private final SignInSettings settings;

    Origins(SignInSettings settings) {
        this.settings = settings;
    }

    /** The address of the gateway as this browser sees it, without a path. */
    URI of(ServerHttpRequest request) {
        if (settings.url() != null) {
            return URI.create(settings.url().toString().replaceAll("/$", ""));
        }
        String host = request.getHeaders().getFirst("Host");
        return URI.create((isForwardedSecurely(request) ? "https" : "http") + "://" + host);
    }

    boolean isSecure(ServerHttpRequest request) {
        return "https".equals(of(request).getScheme());
    }

    /** Reading changes nothing, so pages of others gain nothing by asking for it: they cannot see the answer. */
    static boolean isReading(ServerHttpRequest request) {
        HttpMethod method = request.getMethod();
        return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method) || HttpMethod.OPTIONS.equals(method);
    }

    /**
     * Whether the browser says that a page of ours makes the request. Browsers do not let pages say it themselves. Who
     * says nothing at all is refused: every browser says one or the other when something is sent.
     */
    boolean isOurPage(ServerHttpRequest request) {
        String site = request.getHeaders().getFirst(SITE);
        String origin = request.getHeaders().getFirst("Origin");
        if (origin != null && !origin.equalsIgnoreCase(of(request).toString())) {
            return false;
        }
        return site == null ? origin != null : site.toLowerCase(Locale.ROOT).equals("same-origin");
    }

    private static boolean isForwardedSecurely(ServerHttpRequest request) {
        return "https".equalsIgnoreCase(request.getHeaders().getFirst("X-Forwarded-Proto"));
    }
}
