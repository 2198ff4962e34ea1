package attune.notification.channels.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import attune.events.PersonId;
import attune.events.PrivateText;
import attune.http.positions.PositionAwaiter;
import attune.http.problems.FieldErrors;
import attune.http.problems.ProblemKind;
import attune.http.tokens.Caller;
import attune.notification.channels.webhook.WebhookRegistry.Noted;

/** Where a coach says which systems of their practice are told, and gets the secret with which they check that it is us. */
@RestController
@RequestMapping("/api/v1/me/webhooks")
class WebhookController {

    private static final ProblemKind OFF = new ProblemKind("webhooks-are-off", HttpStatus.NOT_FOUND,
            "There are no webhooks here");

    private final WebhookChannel channel;
    private final WebhookRegistry registry;

    WebhookController(WebhookChannel channel, WebhookRegistry registry) {
        this.channel = channel;
        this.registry = registry;
    }

    @GetMapping
    Mono<Page> all(Caller caller) {
        return registry.of(person(caller)).map(webhooks -> new Page(webhooks.all().stream()
                .map(webhook -> new Item(webhook.id(), webhook.url(), webhook.since()))
                .toList()));
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<Registered>> put(Caller caller, @PathVariable UUID id, @RequestBody Wanted body) {
        requireOn();
        return Mono.fromCallable(() -> body.read(channel))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(url -> registry.put(person(caller), id, url)
                        .map(noted -> answer(noted, new Registered(id, PrivateText.of(url), noted.secret()))));
    }

    @PostMapping("/{id}/secret")
    Mono<ResponseEntity<Secret>> changeSecret(Caller caller, @PathVariable UUID id) {
        requireOn();
        return registry.changeSecret(person(caller), id)
                .map(noted -> answer(noted, new Secret(String.valueOf(noted.secret()))));
    }

    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Void>> remove(Caller caller, @PathVariable UUID id) {
        return registry.remove(person(caller), id).map(noted -> {
            ResponseEntity.HeadersBuilder<?> answer = ResponseEntity.noContent();
            if (noted.at() != null) {
                answer.header(PositionAwaiter.HEADER, noted.at().toString());
            }
            return answer.build();
        });
    }

    private void requireOn() {
        if (!channel.isOn()) {
            throw OFF.problem("This installation calls no webhooks.");
        }
    }

    private static <T> ResponseEntity<T> answer(Noted noted, T body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(noted.isNew() ? HttpStatus.CREATED : HttpStatus.OK);
        if (noted.at() != null) {
            answer.header(PositionAwaiter.HEADER, noted.at().toString());
        }
        return answer.body(body);
    }

    private static PersonId person(Caller caller) {
        return PersonId.of(caller.person());
    }

    /** Where something is to be told. */
    record Wanted(@Nullable String url) {

        String read(WebhookChannel channel) {
            FieldErrors errors = new FieldErrors();
            errors.required("/url", url);
            if (url != null && !channel.mayGoTo(url)) {
                errors.add("/url", "not-a-public-address", "Give an https address that everybody can reach.");
            }
            errors.throwIfAny();
            return String.valueOf(url);
        }
    }

    /** A webhook. {@code secret} is there only when it has just been made. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Registered(UUID id, PrivateText url, @Nullable String secret) {}

    /** The secret that signs from now on. It is not shown again. */
    record Secret(String secret) {

        @Override
        public String toString() {
            return "Secret[...]";
        }
    }

    /** All webhooks of the person. */
    record Page(List<Item> items) {}

    /** A webhook, without its secret. */
    record Item(UUID id, PrivateText url, Instant since) {}
}
