package attune.checkin.conflicts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Reading;
import attune.checkin.intake.Said;
import attune.events.About;
import attune.events.Audience;
import attune.events.Conduct;
import attune.events.ConflictId;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.PersonId;
import attune.events.PrivateText;

/** A conflict as the client sends it. */
record ConflictRequest(@Nullable String occurredAt, @Nullable String about, @Nullable String topic,
        @Nullable Integer intensity, @Nullable Integer arousal, @Nullable Boolean stillGoingOn,
        @Nullable String whatHappened, @Nullable List<@Nullable String> saidOrDone, @Nullable Integer understood,
        @Nullable List<@Nullable String> audience) {

    private static final int LONGEST_TOPIC = 80;
    private static final int LONGEST_STORY = 4000;

    /** What it says; 400 with every faulty field. */
    Said<ConflictOpened> read(PersonId person, ConflictId id, Instant now) {
        Reading reading = new Reading();
        OffsetDateTime time = reading.time("/occurredAt", occurredAt, now);
        reading.required("/about", about);
        About whom = reading.choice("/about", about, About.class);
        PrivateText theme = reading.text("/topic", topic, LONGEST_TOPIC);
        reading.rating("/intensity", intensity);
        reading.rating("/arousal", arousal);
        PrivateText story = reading.text("/whatHappened", whatHappened, LONGEST_STORY);
        List<Conduct> conduct = reading.choices("/saidOrDone", saidOrDone, Conduct.class);
        reading.rating("/understood", understood);
        List<Audience> shared = reading.choices("/audience", audience, Audience.class);
        reading.throwIfAny();
        return new Said<>(eventId(person, id), person,
                new ConflictOpened(id, Objects.requireNonNull(whom), theme, intensity, arousal,
                        Objects.requireNonNullElse(stillGoingOn, false), story, conduct, understood, shared, null),
                time, now);
    }

    static EventId eventId(PersonId person, ConflictId id) {
        return EventId.about(person, EventType.CONFLICT_OPENED, id.toString());
    }
}
