package attune.events;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What clients say, in their own order: the log {@link Log#JOURNAL}. Ratings go from 1 (low) to 5 (high); a rating that
 * was not given is null.
 */
public sealed interface JournalEvent extends Event {

    /**
     * How a person is at one moment.
     *
     * @param mood 1..5
     * @param energy 1..5
     * @param safety how safe the person felt to say what they feel and need, 1..5
     * @param understood how understood they felt, 1..5
     * @param words up to 12 words for how it feels
     * @param audience with whom it is shared; empty means with nobody
     * @param heard what was understood of the texts; null before Attune listened
     */
    record CheckInRecorded(CheckInId checkIn, About about, Integer mood, @Nullable Integer energy,
            @Nullable Integer safety, @Nullable Integer understood, List<PrivateText> words,
            @Nullable PrivateText note, List<Audience> audience, @Nullable Heard heard) implements JournalEvent {

        public CheckInRecorded {
            Objects.requireNonNull(checkIn, "checkIn");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(mood, "mood");
            words = listOf(words);
            audience = listOf(audience);
        }
    }

    /**
     * A conflict, as one of the people in it tells it.
     *
     * @param topic what it was about, in the person's words
     * @param intensity 1..5
     * @param arousal how worked up the person is now, 1..5
     * @param stillGoingOn whether it had not ended when it was told; false when not said
     * @param understood how understood they felt, 1..5
     * @param audience with whom it is shared; empty means with nobody
     * @param heard what was understood of the texts; null before Attune listened
     */
    record ConflictOpened(ConflictId conflict, About about, @Nullable PrivateText topic, @Nullable Integer intensity,
            @Nullable Integer arousal, Boolean stillGoingOn, @Nullable PrivateText whatHappened,
            List<Conduct> saidOrDone, @Nullable Integer understood, List<Audience> audience,
            @Nullable Heard heard) implements JournalEvent {

        public ConflictOpened {
            Objects.requireNonNull(conflict, "conflict");
            Objects.requireNonNull(about, "about");
            stillGoingOn = Objects.requireNonNullElse(stillGoingOn, false);
            saidOrDone = listOf(saidOrDone);
            audience = listOf(audience);
        }
    }

    /**
     * What happened after a conflict was opened. Whether it is shared follows from the conflict.
     *
     * @param minutes how long a time-out is to last
     * @param repair which repair was tried
     * @param howReceived how well the partner's or the own repair was received, 1..5
     * @param understood how understood the person felt, 1..5
     * @param heard what was understood of the note; null before Attune listened
     */
    record ConflictEntryAdded(ConflictId conflict, EntryId entry, EntryKind kind, @Nullable Integer minutes,
            @Nullable Repair repair, @Nullable Integer howReceived, @Nullable Integer understood,
            @Nullable PrivateText note, @Nullable Heard heard) implements JournalEvent {

        public ConflictEntryAdded {
            Objects.requireNonNull(conflict, "conflict");
            Objects.requireNonNull(entry, "entry");
            Objects.requireNonNull(kind, "kind");
        }
    }

    /**
     * A person answered the questions of a measure.
     *
     * @param measure such as {@code hark}
     * @param version of the measure, such as {@code 2026-11-1}
     * @param items one entry for each question that was asked
     * @param scores what follows from the answers by the measure's own rules
     * @param asks the tier that the answers ask for; {@link RiskTier#S0} for none
     * @param reason why they ask for it, such as {@code fear}; null for none
     */
    record MeasureAnswered(AnswersId answers, String measure, String version, List<ItemAnswer> items,
            List<Score> scores, RiskTier asks, @Nullable String reason) implements JournalEvent {

        public MeasureAnswered {
            Objects.requireNonNull(answers, "answers");
            Objects.requireNonNull(measure, "measure");
            Objects.requireNonNull(version, "version");
            items = listOf(items);
            scores = listOf(scores);
            Objects.requireNonNull(asks, "asks");
        }
    }

    /**
     * The answer to one question of a measure.
     *
     * @param item such as {@code afraid}
     * @param value in the range of the question, yes is 1 and no is 0; null when it was refused or skipped
     */
    record ItemAnswer(String item, @Nullable Integer value) {

        public ItemAnswer {
            Objects.requireNonNull(item, "item");
        }
    }

    /** A score of a measure, such as {@code total}. */
    record Score(String name, Double value) {

        public Score {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Who may see what, from now on: it replaces all that was consented to before.
     *
     * @param coaches one entry a coach; a coach who is not in it may see nothing
     */
    record ConsentsChanged(List<CoachConsent> coaches) implements JournalEvent {

        public ConsentsChanged {
            coaches = listOf(coaches);
        }
    }

    /** What one coach may see. */
    record CoachConsent(PersonId coach, List<Scope> scopes) {

        public CoachConsent {
            Objects.requireNonNull(coach, "coach");
            scopes = listOf(scopes);
        }
    }

    /**
     * How and when a person wants to be reached, from now on: it replaces all preferences before.
     *
     * @param zone IANA id, such as {@code Europe/Berlin}; unknown means that nothing is sent outside the inbox
     * @param locale BCP 47 tag, such as {@code en}
     * @param quietHours null means the default quiet hours
     * @param email null means no mail
     * @param quietDays quiet hours of single days of the week, instead of {@code quietHours}
     * @param choices where they want something else than what holds by default
     * @param pausedUntil nothing that can wait is sent before then
     * @param digest when the digest comes; null means the default
     * @param discreet whether what is sent hides even from whom it is
     * @param safetyAnytime whether what is about safety may come in quiet hours
     * @param reminder when they want to be reminded to check in; null means never
     */
    record PreferencesChanged(@Nullable String zone, @Nullable String locale, @Nullable QuietHours quietHours,
            @Nullable EmailPreference email, List<QuietDay> quietDays, List<Choice> choices,
            @Nullable Instant pausedUntil, @Nullable DigestTime digest, Boolean discreet, Boolean safetyAnytime,
            @Nullable ReminderTime reminder)
            implements
                JournalEvent {

        public PreferencesChanged {
            quietDays = listOf(quietDays);
            choices = listOf(choices);
            discreet = Objects.requireNonNullElse(discreet, false);
            safetyAnytime = Objects.requireNonNullElse(safetyAnytime, false);
        }

        /** With the defaults in everything else. */
        public PreferencesChanged(@Nullable String zone, @Nullable String locale, @Nullable QuietHours quietHours,
                @Nullable EmailPreference email) {
            this(zone, locale, quietHours, email, List.of(), List.of(), null, null, false, false, null);
        }

        /** Without a reminder. */
        public PreferencesChanged(@Nullable String zone, @Nullable String locale, @Nullable QuietHours quietHours,
                @Nullable EmailPreference email, List<QuietDay> quietDays, List<Choice> choices,
                @Nullable Instant pausedUntil, @Nullable DigestTime digest, Boolean discreet, Boolean safetyAnytime) {
            this(zone, locale, quietHours, email, quietDays, choices, pausedUntil, digest, discreet, safetyAnytime,
                    null);
        }
    }

    /**
     * When not to disturb, in the person's own zone.
     *
     * @param from inclusive; a window whose end is not after its start runs over midnight
     * @param to exclusive
     */
    record QuietHours(LocalTime from, LocalTime to) {

        public QuietHours {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    /**
     * The quiet hours that begin on one day of the week, and last into the next day if they run over midnight.
     *
     * @param hours null means that none begin on that day
     */
    record QuietDay(Weekday day, @Nullable QuietHours hours) {

        public QuietDay {
            Objects.requireNonNull(day, "day");
        }
    }

    /** How a category may come on a channel. */
    record Choice(Category category, Channel channel, Level level) {

        public Choice {
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(level, "level");
        }
    }

    /**
     * When the digest comes, in the person's own zone.
     *
     * @param day null means every day
     */
    record DigestTime(@Nullable Weekday day, LocalTime at) {

        public DigestTime {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * When somebody wants to be reminded to check in, in their own zone: unless they have done so on that day.
     *
     * @param weekdays empty means every day
     */
    record ReminderTime(LocalTime at, List<Weekday> weekdays) {

        public ReminderTime {
            Objects.requireNonNull(at, "at");
            weekdays = listOf(weekdays);
        }
    }

    /**
     * Whether and where mail may go.
     *
     * @param enabled false when not said
     */
    record EmailPreference(PrivateText address, Boolean enabled) {

        public EmailPreference {
            Objects.requireNonNull(address, "address");
            enabled = Objects.requireNonNullElse(enabled, false);
        }
    }

    private static <T> List<T> listOf(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
