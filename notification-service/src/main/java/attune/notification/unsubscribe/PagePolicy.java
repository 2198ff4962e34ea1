package attune.notification.unsubscribe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import attune.notification.messages.Page;

/**
 * What a browser lets a page do: have the style that it was made with, and send its form to where it came from. It runs
 * no script and fetches nothing, whatever came to stand in it. The gateway passes on a policy of this form and no other.
 */
final class PagePolicy {

    static final String HEADER = "Content-Security-Policy";

    private PagePolicy() {}

    /** The value of the header. */
    static String of(Page page) {
        return "default-src 'none'; style-src 'sha256-" + hash(page.style())
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
