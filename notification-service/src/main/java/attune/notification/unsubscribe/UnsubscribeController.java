package attune.notification.unsubscribe;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import attune.http.problems.ProblemException;
import attune.http.problems.ProblemKind;
import attune.notification.messages.Messages;
import attune.notification.messages.Page;
import attune.notification.unsubscribe.UnsubscribeLinks.Meant;

/**
 * What the link in a mail leads to. Looking at it changes nothing, because programs that look for harm in mails follow
 * every link; only a POST as RFC 8058 has it does, from a mail program or from the button on the page. Nobody has to
 * sign in, and doing it twice is doing it once.
 */
@RestController
@RequestMapping("/api/v1/unsubscribe/{token}")
class UnsubscribeController {

    private static final String FIELD = "List-Unsubscribe";
    private static final String VALUE = "One-Click";
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final ProblemKind NOT_ASKED = new ProblemKind("not-one-click", HttpStatus.BAD_REQUEST,
            "This does not ask for anything");

    private final UnsubscribeLinks links;
    private final Unsubscribing unsubscribing;

    UnsubscribeController(UnsubscribeLinks links, Unsubscribing unsubscribing) {
        this.links = links;
        this.unsubscribing = unsubscribing;
    }

    @GetMapping
    ResponseEntity<String> look(@PathVariable String token, ServerWebExchange exchange) {
        return links.read(token).isPresent()
                ? page(HttpStatus.OK, "unsubscribe", exchange)
                : page(HttpStatus.NOT_FOUND, "unknown-link", exchange);
    }

    @PostMapping
    Mono<ResponseEntity<String>> unsubscribe(@PathVariable String token, ServerWebExchange exchange) {
        Meant meant = links.read(token).orElse(null);
        if (meant == null) {
            return Mono.fromCallable(() -> refused(exchange, HttpStatus.NOT_FOUND, "unknown-link",
                    ProblemKind.NOT_FOUND.problem("This link is not complete, or it is not from here.")));
        }
        return asks(exchange).flatMap(asks -> asks
                ? unsubscribing.unsubscribe(meant.person(), meant.category())
                        .map(_ -> wantsPage(exchange)
                                ? page(HttpStatus.OK, "unsubscribed", exchange)
                                : ResponseEntity.noContent().<String>build())
                        .onErrorResume(ProblemException.class, problem -> Mono.fromCallable(
                                () -> refused(exchange, HttpStatus.SERVICE_UNAVAILABLE, "not-noted", problem)))
                : Mono.fromCallable(() -> refused(exchange, HttpStatus.BAD_REQUEST, "unsubscribe", NOT_ASKED
                        .problem("Send List-Unsubscribe=One-Click as a form."))));
    }

    /** A form with the one field of RFC 8058, in either of the two encodings that it allows. */
    private static Mono<Boolean> asks(ServerWebExchange exchange) {
        MediaType type = exchange.getRequest().getHeaders().getContentType();
        if (MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
            return exchange.getMultipartData()
                    .map(parts -> parts.getFirst(FIELD) instanceof FormFieldPart part && VALUE.equals(part.value()));
        }
        return exchange.getFormData().map(form -> VALUE.equals(form.getFirst(FIELD)));
    }

    private static ResponseEntity<String> refused(ServerWebExchange exchange, HttpStatus status, String page,
            ProblemException problem) {
        if (wantsPage(exchange)) {
            return page(status, page, exchange);
        }
        throw problem;
    }

    private static boolean wantsPage(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getAccept().stream()
                .anyMatch(type -> type.getType().equals("text") && type.getSubtype().equals("html"));
    }

    private static ResponseEntity<String> page(HttpStatus status, String name, ServerWebExchange exchange) {
        Page page = Messages.page(name, language(exchange));
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, page.language())
                .header(PagePolicy.HEADER, PagePolicy.of(page))
                .body(page.html());
    }

    private static @Nullable String language(ServerWebExchange exchange) {
        try {
            List<Locale> wanted = exchange.getRequest().getHeaders().getAcceptLanguageAsLocales();
            return wanted.stream().map(Locale::toLanguageTag).filter(Messages::speaks).findFirst().orElse(null);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
