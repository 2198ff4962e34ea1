package attune.checkin.checkins;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Reading;
import attune.checkin.intake.Said;
import attune.events.About;
import attune.events.Audience;
import attune.events.CheckInId;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.PersonId;
import attune.events.PrivateText;

/** A check-in as the client sends it. */
record CheckInRequest(@Nullable String occurredAt, @Nullable String about, @Nullable Integer mood,
        @Nullable Integer energy, @Nullable Integer safety, @Nullable Integer understood,
        @Nullable List<@Nullable String> words, @Nullable String note, @Nullable List<@Nullable String> audience) {

    private static final int MOST_WORDS = 12;
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_NOTE = 4000;

    /** What it says; 400 with every faulty field. Without {@code about} it is about the person themselves. */
    Said<CheckInRecorded> read(PersonId person, CheckInId id, Instant now) {
        Reading reading = new Reading();
        OffsetDateTime time = reading.time("/occurredAt", occurredAt, now);
        About whom = reading.choice("/about", about, About.class);
        reading.required("/mood", mood);
        reading.rating("/mood", mood);
        reading.rating("/energy", energy);
        reading.rating("/safety", safety);
        reading.rating("/understood", understood);
        List<PrivateText> feelings = reading.texts("/words", words, MOST_WORDS, LONGEST_WORD);
        PrivateText text = reading.text("/note", note, LONGEST_NOTE);
        List<Audience> shared = reading.choices("/audience", audience, Audience.class);
        reading.throwIfAny();
        return new Said<>(EventId.about(person, EventType.CHECKIN_RECORDED, id.toString()), person,
                new CheckInRecorded(id, whom == null ? About.SELF : whom, Objects.requireNonNull(mood), energy, safety,
                        understood, feelings, text, shared, null),
                time, now);
    }
}
