package attune.embedded;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;

import attune.embedded.LoopbackHttp.Answer;
import attune.embedded.MailCatcher.Mail;

/** Shows the caught mail, to people as pages and to programs as JSON. Nothing here changes anything. */
final class MailPages implements LoopbackHttp.Handler {

    private static final int SHOWN = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final MailFolder mails;

    MailPages(MailFolder mails) {
        this.mails = mails;
    }

    @Override
    public Answer answer(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        if (!"GET".equals(method) && !"HEAD".equals(method)) {
            return Answer.text(405, "Mail is only shown here.\n");
        }
        URI target = exchange.getRequestURI();
        String path = target.getPath();
        if ("/".equals(path)) {
            return list();
        }
        if ("/messages".equals(path)) {
            return Answer.json(200, JSONObjectUtils.toJSONString(Map.of("messages",
                    mails.newest(limit(target)).stream().map(MailPages::json).toList())));
        }
        if (path.startsWith("/messages/")) {
            return one(path, mail -> Answer.json(200, JSONObjectUtils.toJSONString(json(mail))));
        }
        return path.startsWith("/mails/") ? one(path, MailPages::page) : notThere();
    }

    private Answer one(String path, Function<Mail, Answer> shown) {
        return mails.find(path.substring(path.lastIndexOf('/') + 1)).map(shown).orElseGet(MailPages::notThere);
    }

    private static Answer notThere() {
        return Html.page(404, "Not there", "<h1>Not there</h1><p>This message is not, or no longer, in the folder. "
                + "<a href=\"/\">All mail</a></p>");
    }

    private static int limit(URI target) {
        String limit = MultivaluedMapUtils.getFirstValue(URLUtils.parseParameters(target.getRawQuery()), "limit");
        return limit != null && limit.matches("\\d{1,5}") ? Integer.parseInt(limit) : SHOWN;
    }

    private static Map<String, Object> json(Mail mail) {
        return Map.of("id", mail.id(), "receivedAt", mail.receivedAt().toString(), "from", mail.from(), "to", mail.to(),
                "subject", mail.subject(), "headers", mail.headers(), "text", mail.text());
    }

    private Answer list() {
        List<Mail> newest = mails.newest(SHOWN);
        if (newest.isEmpty()) {
            return Html.page(200, "Mail", "<h1>Mail</h1><p>No mail yet. What Attune sends by mail appears here and "
                    + "never leaves this machine. Reload to look again.</p>");
        }
        return Html.page(200, "Mail", """
                <h1>Mail</h1>
                <p class="quiet">%s. Newest first. Nothing here has left this machine.</p>
                <ul class="mails">%s</ul>
                """.formatted(counted(newest.size()),
                newest.stream().map(MailPages::entry).collect(Collectors.joining())));
    }

    private String counted(int shown) {
        int all = mails.count();
        return all == 1
                ? "1 message"
                : shown < all ? "The last " + shown + " of " + all + " messages" : all + " messages";
    }

    private static String entry(Mail mail) {
        return "<li><a href=\"/mails/%s\"><strong>%s</strong><small>to %s, %s</small></a></li>".formatted(
                Html.escape(mail.id()), Html.escape(titleOf(mail)), Html.escape(String.join(", ", mail.to())),
                TIME.format(mail.receivedAt()));
    }

    private static Answer page(Mail mail) {
        return Html.page(200, titleOf(mail), """
                <p><a href="/">All mail</a></p>
                <h1>%s</h1>
                <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd></dl>
                <pre class="text">%s</pre>
                <details><summary>Headers</summary><dl>%s</dl></details>
                """.formatted(Html.escape(titleOf(mail)), Html.escape(mail.from()),
                Html.escape(String.join(", ", mail.to())), TIME.format(mail.receivedAt()), linked(mail.text()),
                mail.headers().entrySet().stream().map(header -> "<dt>" + Html.escape(header.getKey()) + "</dt><dd>"
                        + Html.escape(header.getValue()) + "</dd>").collect(Collectors.joining())));
    }

    private static String titleOf(Mail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    /** Addresses of the web become links; everything else is plain text. */
    private static String linked(String text) {
        return Html.escape(text.strip()).replaceAll("https?://[^\\s<]+?(?=[.,;:)]*(\\s|$|&quot;|&gt;|&#39;))",
                "<a href=\"$0\" rel=\"noreferrer\">$0</a>");
    }
}
