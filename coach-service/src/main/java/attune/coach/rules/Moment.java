package attune.coach.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.coach.client.Conflict;
import attune.coach.client.Signs;
import attune.events.About;
import attune.events.Audience;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.Subject;
import attune.events.SubjectKind;

/**
 * The moment in which something might be suggested: what the client just told. Ratings go from 1 to 5, null where none
 * was given.
 *
 * @param now when it was recorded
 * @param happenedAt when it was so for the client
 * @param audience with whom it is shared
 * @param hardOnSelf how many words were hard on the client themselves
 * @param needsAPerson whether a word calls for a person and not for a card
 */
public record Moment(Kind kind, Instant now, Instant happenedAt, Subject subject, About about,
        List<Audience> audience, @Nullable Integer mood, @Nullable Integer safety, @Nullable Integer understood,
        @Nullable Integer intensity, @Nullable Integer arousal, boolean stillGoingOn, int hardOnSelf,
        boolean needsAPerson) {

    /** What the client told. */
    public enum Kind {
        CHECK_IN,
        CONFLICT,
        ENTRY
    }

    public Moment {
        audience = List.copyOf(audience);
    }

    public static Moment of(CheckInRecorded checkIn, Instant happenedAt, Instant now, Signs signs) {
        return new Moment(Kind.CHECK_IN, now, happenedAt, new Subject(SubjectKind.CHECK_IN, checkIn.checkIn().value()),
                checkIn.about(), checkIn.audience(), checkIn.mood(), checkIn.safety(), checkIn.understood(), null, null,
                false, signs.hardOnSelf(checkIn), signs.needsAPerson(checkIn));
    }

    public static Moment of(ConflictOpened conflict, Instant happenedAt, Instant now) {
        return new Moment(Kind.CONFLICT, now, happenedAt,
                new Subject(SubjectKind.CONFLICT, conflict.conflict().value()),
                conflict.about(), conflict.audience(), null, null, conflict.understood(), conflict.intensity(),
                conflict.arousal(), conflict.stillGoingOn(), 0, false);
    }

    /** An entry is about its conflict and shared as that is. */
    public static Moment of(ConflictEntryAdded entry, Conflict conflict, Instant happenedAt, Instant now) {
        return new Moment(Kind.ENTRY, now, happenedAt, new Subject(SubjectKind.CONFLICT, entry.conflict().value()),
                conflict.about(), conflict.audience(), null, null, entry.understood(), null, null, false, 0, false);
    }

    /** Whether it is about somebody else whom the rules know how to speak of. */
    boolean isAboutAnother() {
        return about != About.SELF && about != About.UNKNOWN;
    }

    boolean happenedWithin(Duration span) {
        return !happenedAt.isBefore(now.minus(span));
    }

    static boolean atLeast(@Nullable Integer rating, int least) {
        return rating != null && rating >= least;
    }

    static boolean atMost(@Nullable Integer rating, int most) {
        return rating != null && rating <= most;
    }
}
