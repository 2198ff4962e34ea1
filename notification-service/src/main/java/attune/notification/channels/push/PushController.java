package attune.notification.channels.push;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.PushSubscribed;
import attune.events.DeliveryEvent.PushUnsubscribed;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.http.positions.PositionAwaiter;
import attune.http.problems.FieldErrors;
import attune.http.problems.ProblemKind;
import attune.http.tokens.Caller;
import attune.notification.intake.Intake;

/** Where a device says that it takes pushes, or no more. */
@RestController
@RequestMapping("/api/v1/me/push-subscriptions")
class PushController {

    private static final ProblemKind OFF = new ProblemKind("push-is-off", HttpStatus.NOT_FOUND,
            "There are no pushes here");
    private static final int PUBLIC_KEY = 65;
    private static final int SECRET = 16;

    private final PushChannel push;
    private final Intake intake;

    PushController(PushChannel push, Intake intake) {
        this.push = push;
        this.intake = intake;
    }

    /** The key that a browser needs to subscribe. */
    @GetMapping("/key")
    Map<String, String> key() {
        return Map.of("publicKey", push.publicKey()
                .orElseThrow(() -> OFF.problem("This installation sends no pushes.")));
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<Void>> subscribe(Caller caller, @PathVariable UUID id, @RequestBody Subscription body) {
        key();
        return Mono.fromCallable(() -> body.read(id, push))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(device -> append(caller, device));
    }

    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Void>> unsubscribe(Caller caller, @PathVariable UUID id) {
        return append(caller, new PushUnsubscribed(id));
    }

    private Mono<ResponseEntity<Void>> append(Caller caller, DeliveryEvent event) {
        return intake.append(PersonId.of(caller.person()), event).map(position -> ResponseEntity.noContent()
                .header(PositionAwaiter.HEADER, position.toString())
                .build());
    }

    /** A subscription as a browser gives it. */
    record Subscription(@Nullable String endpoint, @Nullable Keys keys) {

        record Keys(@Nullable String p256dh, @Nullable String auth) {}

        PushSubscribed read(UUID id, PushChannel push) {
            FieldErrors errors = new FieldErrors();
            String publicKey = keys == null ? null : keys.p256dh();
            String secret = keys == null ? null : keys.auth();
            errors.required("/endpoint", endpoint);
            errors.required("/keys/p256dh", publicKey);
            errors.required("/keys/auth", secret);
            if (publicKey != null && length(publicKey) != PUBLIC_KEY) {
                errors.add("/keys/p256dh", "not-a-key", "Send the key as the browser gives it.");
            }
            if (secret != null && length(secret) != SECRET) {
                errors.add("/keys/auth", "not-a-key", "Send the secret as the browser gives it.");
            }
            if (endpoint != null && !push.mayGoTo(endpoint)) {
                errors.add("/endpoint", "not-a-push-service", "Send the address as the browser gives it.");
            }
            errors.throwIfAny();
            return new PushSubscribed(id, PrivateText.of(String.valueOf(endpoint)),
                    PrivateText.of(String.valueOf(publicKey)), PrivateText.of(String.valueOf(secret)));
        }

        private static int length(String base64) {
            try {
                return Base64.getUrlDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII)).length;
            } catch (IllegalArgumentException _) {
                return -1;
            }
        }
    }
}
