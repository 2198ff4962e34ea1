package attune.checkin.support;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import attune.checkin.people.KnownPreferences;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.PersonId;
import attune.http.problems.ProblemMembers;

/**
 * Gives support beside the answer to what a person said, be the answer good or a problem. It needs neither the log nor
 * the database; if the database answers in time, it knows better where the person is. Safe for use by many threads.
 */
@Component
public class SupportDesk {

    private static final String MEMBER = "support";

    private final HelpDirectory directory;
    private final Languages languages;
    private final KnownPreferences preferences;
    private final SupportSettings settings;
    private final Clock clock;

    SupportDesk(HelpDirectory directory, KnownPreferences preferences, SupportSettings settings, Clock clock) {
        this.directory = directory;
        this.languages = new Languages(
                language -> new SupportText(directory, Words.read(language), settings.hours()));
        this.preferences = preferences;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The support that a person gets with this answer; empty if nothing calls for any. From then on every problem with
     * which the request may end carries it too. Never an error.
     *
     * @param need what calls for it; null for nothing
     * @param seed names what it is about: the same gets the same words
     */
    public Mono<Optional<Support>> beside(@Nullable Need need, PersonId person, Object seed,
            ServerWebExchange exchange) {
        if (need == null) {
            return Mono.just(Optional.empty());
        }
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return preferences.find(person)
                .map(Optional::of)
                .timeout(settings.patience())
                .onErrorReturn(Optional.empty())
                .defaultIfEmpty(Optional.empty())
                .map(known -> {
                    Support support = languages.in(headers)
                            .support(need, whereabouts(known, headers), seed.toString(), today());
                    ProblemMembers.add(exchange, MEMBER, support);
                    return Optional.of(support);
                });
    }

    /** The page that needs no sign-in. */
    Support page(@Nullable String country, HttpHeaders headers) {
        Whereabouts where = country == null ? guess(headers, null) : new Whereabouts(country, null, false);
        return languages.in(headers).page(where, today());
    }

    private Whereabouts whereabouts(Optional<PreferencesChanged> preferences, HttpHeaders headers) {
        String zone = preferences.map(PreferencesChanged::zone).orElse(null);
        return Optional.ofNullable(zone).flatMap(directory::countryOf)
                .or(() -> preferences.map(PreferencesChanged::locale)
                        .map(locale -> Locale.forLanguageTag(locale).getCountry())
                        .flatMap(HelpDirectory::country))
                .map(country -> new Whereabouts(country, zone, false))
                .orElseGet(() -> guess(headers, zone));
    }

    private static Whereabouts guess(HttpHeaders headers, @Nullable String zone) {
        return Languages.country(headers)
                .map(country -> new Whereabouts(country, zone, true))
                .orElseGet(() -> new Whereabouts(null, zone, false));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
