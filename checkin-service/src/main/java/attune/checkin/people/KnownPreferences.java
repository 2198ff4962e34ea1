package attune.checkin.people;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.checkin.intake.Recent;
import attune.eventlog.append.EventAppender;
import attune.eventlog.documents.Documents;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.PersonId;

/** The preferences of people, also for the other features of this service. */
@Component
public class KnownPreferences {

    private final Wishes<PreferencesChanged> wishes;

    KnownPreferences(Documents documents, EventAppender appender, Recent recent) {
        this.wishes = new Wishes<>(new PreferencesChanged(null, null, null, null),
                person -> documents.find(PreferencesDocument.KIND, person.value())
                        .mapNotNull(PreferencesDocument::wish),
                appender, recent);
    }

    /** What a person prefers now; everything null before they have said anything. */
    public Mono<PreferencesChanged> find(PersonId person) {
        return wishes.find(person).map(Wish::said);
    }

    Wishes<PreferencesChanged> wishes() {
        return wishes;
    }
}
