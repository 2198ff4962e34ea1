package attune.coach;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import attune.events.About;
import attune.events.Analysis;
import attune.events.Audience;
import attune.events.CheckInId;
import attune.events.Conduct;
import attune.events.ConflictId;
import attune.events.EntryId;
import attune.events.EntryKind;
import attune.events.Envelope;
import attune.events.Event;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.Experiencer;
import attune.events.Heard;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.CoachConsent;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.Passage;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.events.RiskFamily;
import attune.events.RiskFinding;
import attune.events.RiskTier;
import attune.events.Scope;
import attune.events.Timing;

/** Things that clients tell, for tests: {@code aCheckIn().mood(2).words("ashamed").event()}. */
public final class Told {

    /** What listeners understand of most texts: nothing to worry about. */
    public static final Heard NOTHING_FOUND = new Heard("2026-11-1", "en", Analysis.ANALYSED, List.of(), List.of());

    private Told() {}

    /** What was understood of a text in which each of these was found. */
    public static Heard found(RiskTier... tiers) {
        return new Heard("2026-11-1", "en", Analysis.ANALYSED, List.of(),
                Arrays.stream(tiers).map(Told::finding).toList());
    }

    private static RiskFinding finding(RiskTier tier) {
        RiskFamily family = switch (tier) {
            case S3 -> RiskFamily.PLAN_MEANS;
            case S2 -> RiskFamily.FEAR;
            default -> RiskFamily.HOPELESS;
        };
        return new RiskFinding(family, new Passage("/note", 3, 15, PrivateText.of("the passage " + tier)),
                Experiencer.SELF, false, Timing.NOW, 0.8, family.wireName() + "-1", tier);
    }

    /** What was understood of a text with weak signs of despair, each found by another rule. */
    public static Heard despair(String rule) {
        return new Heard("2026-11-1", "en", Analysis.ANALYSED, List.of(),
                List.of(new RiskFinding(RiskFamily.HOPELESS, new Passage("/note", 3, 15, PrivateText.of("the passage")),
                        Experiencer.SELF, false, Timing.NOW, 0.8, rule, RiskTier.S1)));
    }

    /** What comes of a text that could not be understood. */
    public static Heard notUnderstood(Analysis analysis) {
        return new Heard("2026-11-1", null, analysis, List.of(), List.of());
    }

    public static CheckIn aCheckIn() {
        return new CheckIn(new CheckInId(UUID.randomUUID()), About.PARTNER, 3, null, null, null, List.of(), null,
                List.of(Audience.COACH));
    }

    public static ConflictStory aConflict() {
        return new ConflictStory(new ConflictId(UUID.randomUUID()), About.PARTNER, 3, 3, false, List.of(), null,
                List.of(Audience.COACH));
    }

    public static ConflictEntryAdded anEntry(ConflictId conflict, EntryKind kind) {
        return anEntry(conflict, kind, null);
    }

    public static ConflictEntryAdded anEntry(ConflictId conflict, EntryKind kind, @Nullable Integer understood) {
        return new ConflictEntryAdded(conflict, new EntryId(UUID.randomUUID()), kind, null, null, null, understood,
                PrivateText.of("a note of an entry"), NOTHING_FOUND);
    }

    public static ConsentsChanged consent(String coach, Scope... scopes) {
        return new ConsentsChanged(List.of(new CoachConsent(PersonId.of(coach), Arrays.asList(scopes))));
    }

    public static ConsentsChanged noConsents() {
        return new ConsentsChanged(List.of());
    }

    /** A check-in in the making. */
    public record CheckIn(CheckInId id, About about, int mood, @Nullable Integer energy, @Nullable Integer safety,
            @Nullable Integer understood, List<PrivateText> words, @Nullable PrivateText note,
            List<Audience> audience) {

        public CheckIn about(About newAbout) {
            return new CheckIn(id, newAbout, mood, energy, safety, understood, words, note, audience);
        }

        public CheckIn mood(int newMood) {
            return new CheckIn(id, about, newMood, energy, safety, understood, words, note, audience);
        }

        public CheckIn safety(@Nullable Integer newSafety) {
            return new CheckIn(id, about, mood, energy, newSafety, understood, words, note, audience);
        }

        public CheckIn understood(@Nullable Integer newUnderstood) {
            return new CheckIn(id, about, mood, energy, safety, newUnderstood, words, note, audience);
        }

        public CheckIn words(String... newWords) {
            return new CheckIn(id, about, mood, energy, safety, understood,
                    Arrays.stream(newWords).map(PrivateText::of).toList(), note, audience);
        }

        public CheckIn note(String newNote) {
            return new CheckIn(id, about, mood, energy, safety, understood, words, PrivateText.of(newNote), audience);
        }

        public CheckIn sharedWith(Audience... newAudience) {
            return new CheckIn(id, about, mood, energy, safety, understood, words, note, Arrays.asList(newAudience));
        }

        public CheckInRecorded event() {
            return event(NOTHING_FOUND);
        }

        /** With what was understood of it; null when nobody listened. */
        public CheckInRecorded event(@Nullable Heard heard) {
            return new CheckInRecorded(id, about, mood, energy, safety, understood, words, note, audience, heard);
        }
    }

    /** A conflict in the making. */
    public record ConflictStory(ConflictId id, About about, @Nullable Integer intensity, @Nullable Integer arousal,
            boolean stillGoingOn, List<Conduct> saidOrDone, @Nullable Integer understood, List<Audience> audience) {

        public ConflictStory about(About newAbout) {
            return new ConflictStory(id, newAbout, intensity, arousal, stillGoingOn, saidOrDone, understood, audience);
        }

        public ConflictStory intensity(@Nullable Integer newIntensity) {
            return new ConflictStory(id, about, newIntensity, arousal, stillGoingOn, saidOrDone, understood, audience);
        }

        public ConflictStory arousal(@Nullable Integer newArousal) {
            return new ConflictStory(id, about, intensity, newArousal, stillGoingOn, saidOrDone, understood, audience);
        }

        public ConflictStory goingOn() {
            return new ConflictStory(id, about, intensity, arousal, true, saidOrDone, understood, audience);
        }

        public ConflictStory with(Conduct... conduct) {
            return new ConflictStory(id, about, intensity, arousal, stillGoingOn, Arrays.asList(conduct), understood,
                    audience);
        }

        public ConflictStory understood(@Nullable Integer newUnderstood) {
            return new ConflictStory(id, about, intensity, arousal, stillGoingOn, saidOrDone, newUnderstood, audience);
        }

        public ConflictStory sharedWith(Audience... newAudience) {
            return new ConflictStory(id, about, intensity, arousal, stillGoingOn, saidOrDone, understood,
                    Arrays.asList(newAudience));
        }

        public ConflictOpened event() {
            return event(NOTHING_FOUND);
        }

        /** With what was understood of it; null when nobody listened. */
        public ConflictOpened event(@Nullable Heard heard) {
            return new ConflictOpened(id, about, PrivateText.of("a topic"), intensity, arousal, stillGoingOn,
                    PrivateText.of("what happened"), saidOrDone, understood, audience, heard);
        }
    }

    /** Who tells something, and when. */
    public record By(PersonId person, OffsetDateTime occurredAt, Instant recordedAt) {

        public By at(OffsetDateTime newOccurredAt) {
            return new By(person, newOccurredAt, recordedAt);
        }

        public By recordedAt(Instant newRecordedAt) {
            return new By(person, occurredAt, newRecordedAt);
        }

        public <E extends Event> Envelope<E> envelope(E event) {
            return new Envelope<>(id(event), person, occurredAt, recordedAt, "a-test", null, null, event);
        }

        private EventId id(Event event) {
            return switch (event) {
                case CheckInRecorded checkIn -> EventId.about(person, EventType.CHECKIN_RECORDED,
                        checkIn.checkIn().toString());
                case ConflictOpened opened -> EventId.about(person, EventType.CONFLICT_OPENED,
                        opened.conflict().toString());
                case ConflictEntryAdded entry -> EventId.about(person, EventType.CONFLICT_ENTRY_ADDED,
                        entry.conflict().toString(), entry.entry().toString());
                default -> EventId.random(recordedAt);
            };
        }
    }

    public static By by(String person) {
        return new By(PersonId.of(person), OffsetDateTime.of(2026, 11, 23, 20, 0, 0, 0, ZoneOffset.UTC),
                Instant.parse("2026-11-23T20:00:00Z"));
    }
}
