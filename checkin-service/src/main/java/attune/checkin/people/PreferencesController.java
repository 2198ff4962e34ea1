package attune.checkin.people;

import java.time.Clock;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import attune.checkin.intake.Callers;
import attune.events.EventCodec;
import attune.events.JournalEvent.PreferencesChanged;
import attune.http.tokens.Caller;

@RestController
@RequestMapping("/api/v1/me/preferences")
class PreferencesController {

    private final Wishes<PreferencesChanged> preferences;
    private final EventCodec codec;
    private final Clock clock;

    PreferencesController(KnownPreferences known, EventCodec codec, Clock clock) {
        this.preferences = known.wishes();
        this.codec = codec;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<Preferences>> get(Caller caller) {
        return preferences.find(Callers.person(caller)).map(this::answer);
    }

    @PutMapping
    Mono<ResponseEntity<Preferences>> put(Caller caller, @RequestBody PreferencesRequest body,
            @RequestHeader HttpHeaders headers) {
        PreferencesChanged after = body.read();
        return preferences.replace(Callers.person(caller), clock.instant(), before -> {
            EntityTag.of(codec.body(before)).requireMatch(headers);
            return after;
        }).map(this::answer);
    }

    private ResponseEntity<Preferences> answer(Wish<PreferencesChanged> wish) {
        return wish.answer()
                .eTag(EntityTag.of(codec.body(wish.said())).value())
                .body(Preferences.of(wish.said()));
    }
}
