package attune.notification.channels.push;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.DeviceRegistered;
import attune.events.DeliveryEvent.PushUnsubscribed;
import attune.events.DevicePlatform;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.http.positions.PositionAwaiter;
import attune.http.problems.FieldErrors;
import attune.http.problems.ProblemKind;
import attune.http.tokens.Caller;
import attune.notification.channels.PhonePushes;
import attune.notification.intake.Intake;

/** Where our app on a phone says that it takes pushes, or no more. It says so at each start, so that tokens stay fresh. */
@RestController
@RequestMapping("/api/v1/me/devices")
class DeviceController {

    private static final ProblemKind OFF = new ProblemKind("push-is-off", HttpStatus.NOT_FOUND,
            "There are no pushes here");

    private final List<PhonePushes> phones;
    private final Intake intake;

    DeviceController(List<PhonePushes> phones, Intake intake) {
        this.phones = List.copyOf(phones);
        this.intake = intake;
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<Void>> register(Caller caller, @PathVariable UUID id, @RequestBody Device body) {
        DeviceRegistered device = body.read(id);
        if (phones.stream().noneMatch(service -> service.isOn() && service.platform() == device.platform())) {
            throw OFF.problem("This installation sends no pushes to such devices.");
        }
        return append(caller, device);
    }

    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Void>> remove(Caller caller, @PathVariable UUID id) {
        return append(caller, new PushUnsubscribed(id));
    }

    private Mono<ResponseEntity<Void>> append(Caller caller, DeliveryEvent event) {
        return intake.append(PersonId.of(caller.person()), event).map(position -> ResponseEntity.noContent()
                .header(PositionAwaiter.HEADER, position.toString())
                .build());
    }

    /** A phone as our app gives it. */
    record Device(@Nullable String platform, @Nullable String token) {

        private static final Map<String, DevicePlatform> PLATFORMS = Map.of(DevicePlatform.IOS.wireName(),
                DevicePlatform.IOS, DevicePlatform.ANDROID.wireName(), DevicePlatform.ANDROID);

        /** Longer than any that is known; the characters are those of both push services, and none of an address. */
        private static final String TOKEN = "[A-Za-z0-9_:-]{8,1000}";

        DeviceRegistered read(UUID id) {
            FieldErrors errors = new FieldErrors();
            errors.required("/platform", platform);
            errors.required("/token", token);
            DevicePlatform known = PLATFORMS.getOrDefault(String.valueOf(platform), DevicePlatform.UNKNOWN);
            if (platform != null && known == DevicePlatform.UNKNOWN) {
                errors.add("/platform", "unknown", "Send ios or android.");
            }
            if (token != null && !token.matches(TOKEN)) {
                errors.add("/token", "not-a-token", "Send the token as the push service gives it.");
            }
            errors.throwIfAny();
            return new DeviceRegistered(id, known, PrivateText.of(String.valueOf(token)));
        }
    }
}
