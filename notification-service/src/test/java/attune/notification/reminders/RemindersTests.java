package attune.notification.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import attune.events.About;
import attune.events.CaseId;
import attune.events.CheckInId;
import attune.events.CoachingEvent.CaseClosed;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.CoachingEvent.RiskRaised;
import attune.events.CoachingEvent.TierChanged;
import attune.events.ConflictId;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.NotificationWithdrawn;
import attune.events.DeliveryEvent.ReminderDropped;
import attune.events.EntryId;
import attune.events.EntryKind;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.ReminderTime;
import attune.events.Notice;
import attune.events.PersonId;
import attune.events.Reason;
import attune.events.ReminderKind;
import attune.events.RiskTier;
import attune.events.Subject;
import attune.events.SubjectKind;
import attune.events.Weekday;

import static org.assertj.core.api.Assertions.assertThat;

class RemindersTests {

    private static final String BERLIN = "Europe/Berlin";
    private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T11:00:00Z");
    private static final LocalTime HALF_PAST_SEVEN = LocalTime.of(19, 30);
    private static final ConflictId CONFLICT = new ConflictId(new UUID(7, 7));
    private static final CaseId CASE = new CaseId(new UUID(8, 8));

    private final Life life = new Life(MONDAY_NOON);

    @Test
    void comesAtTheChosenTimeOnTheChosenDays() {
        prefers(BERLIN, HALF_PAST_SEVEN, Weekday.TUESDAY, Weekday.FRIDAY);

        life.pass(Duration.ofDays(7));

        assertThat(life.firedAt).containsExactly(Instant.parse("2026-11-24T18:30:00Z"),
                Instant.parse("2026-11-27T18:30:00Z"));
    }

    @Test
    void neverComesUnasked() {
        life.says(new PreferencesChanged(BERLIN, "en", null, null));
        checksIn();

        life.pass(Duration.ofDays(3));

        assertThat(life.timers()).isEmpty();
    }

    @Test
    void staysAwayOnADayWithACheckIn() {
        prefers(BERLIN, HALF_PAST_SEVEN);
        life.pass(Duration.ofHours(2));
        checksIn();

        life.pass(Duration.ofHours(20));
        assertThat(life.fired).isEmpty();

        life.pass(Duration.ofHours(20));
        assertThat(life.firedAt).containsExactly(Instant.parse("2026-11-24T18:30:00Z"));
    }

    @Test
    void countsTheDayOnWhichACheckInHappenedNotThatOnWhichItWasSent() {
        prefers(BERLIN, HALF_PAST_SEVEN);
        life.says(checkIn(), MONDAY_NOON.minus(Duration.ofHours(20)));

        life.pass(Duration.ofHours(12));

        assertThat(life.firedAt).containsExactly(Instant.parse("2026-11-23T18:30:00Z"));
    }

    @Test
    void comesHalfAsOftenAfterThreeInVainAndNoMoreAfterFive() {
        prefers(BERLIN, HALF_PAST_SEVEN);

        life.pass(Duration.ofDays(40));

        assertThat(life.firedAt.stream().map(at -> LocalDate.ofInstant(at, ZoneId.of(BERLIN)).getDayOfMonth()))
                .containsExactly(23, 24, 25, 27, 29);
        assertThat(life.planned().stream().map(NotificationPlanned::notice)).containsExactly(Notice.CHECK_IN,
                Notice.CHECK_IN, Notice.CHECK_IN, Notice.CHECK_IN, Notice.LAST_CHECK_IN);
    }

    @Test
    void beginsAgainWithTheNextCheckIn() {
        prefers(BERLIN, HALF_PAST_SEVEN);
        life.pass(Duration.ofDays(20));
        checksIn();

        life.pass(Duration.ofDays(3));

        assertThat(life.fired).hasSize(5 + 2);
    }

    @Test
    void comesOnceADayHoweverOftenTheTimeIsChanged() {
        prefers(BERLIN, HALF_PAST_SEVEN);
        life.pass(Duration.ofHours(8));
        assertThat(life.fired).hasSize(1);

        prefers(BERLIN, LocalTime.of(21, 0));
        life.pass(Duration.ofHours(4));

        assertThat(life.fired).hasSize(1);
        life.pass(Duration.ofDays(1));
        assertThat(life.fired).hasSize(2);
    }

    @Test
    void endsWhenItIsSwitchedOff() {
        prefers(BERLIN, HALF_PAST_SEVEN);
        life.says(new PreferencesChanged(BERLIN, "en", null, null));

        life.pass(Duration.ofDays(3));

        assertThat(life.fired).isEmpty();
        assertThat(life.timers()).isEmpty();
    }

    @Test
    void waitsWhileTheZoneIsUnknown() {
        prefers(null, HALF_PAST_SEVEN);
        life.pass(Duration.ofDays(2));
        prefers("Nowhere/Land", HALF_PAST_SEVEN);
        life.pass(Duration.ofDays(2));
        assertThat(life.fired).isEmpty();

        prefers(BERLIN, HALF_PAST_SEVEN);
        life.pass(Duration.ofDays(1));

        assertThat(life.fired).hasSize(1);
    }

    @Test
    void leavesOutWhatIsLateAfterAnOutage() {
        prefers(BERLIN, HALF_PAST_SEVEN);

        life.outage(Duration.ofHours(30));
        assertThat(life.fired).isEmpty();
        life.outage(Duration.ofHours(2));

        assertThat(life.fired).hasSize(1);
    }

    @Test
    void waitsForTheEndOfAPause() {
        life.says(new PreferencesChanged(BERLIN, "en", null, null, List.of(), List.of(),
                MONDAY_NOON.plus(Duration.ofDays(3)), null, false, false,
                new ReminderTime(HALF_PAST_SEVEN, List.of())));

        life.pass(Duration.ofDays(4));

        assertThat(life.firedAt).containsExactly(Instant.parse("2026-11-26T18:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"S0, 1", "S1, 1", "S2, 1", "S3, 0", "UNKNOWN, 0"})
    void isFrozenWhereSomebodyIsInDanger(RiskTier tier, int times) {
        prefers(BERLIN, HALF_PAST_SEVEN);
        life.coaches(new TierChanged(RiskTier.S0, tier, null, life.now));

        life.pass(Duration.ofDays(1));

        assertThat(life.fired).hasSize(times);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata", "Pacific/Chatham",
            "Antarctica/Troll", "Europe/Berlin", "America/St_Johns", "America/New_York", "Africa/Casablanca"})
    void comesExactlyOnceOnEachDayOfAYearThroughBothJumpsOfTheClock(String zone) {
        for (LocalTime at : List.of(LocalTime.of(2, 30), LocalTime.of(1, 45), LocalTime.of(0, 0),
                LocalTime.of(23, 59))) {
            Life year = new Life(Instant.parse("2026-01-01T12:00:00Z"));
            year.says(preferences(zone, at));
            ZoneId known = ZoneId.of(zone);
            for (int i = 0; i < 365; i++) {
                int before = year.fired.size();
                Instant slot = year.timers().getFirst().at();
                assertThat(slot).isNotNull();
                year.now = Objects.requireNonNull(slot);
                year.outage(Duration.ZERO);
                assertThat(year.fired).hasSize(before + 1);
                year.says(checkIn(), year.now.minus(Duration.ofDays(1))); // a reaction, but not on this day
            }

            List<LocalDate> days = year.firedAt.stream().map(when -> LocalDate.ofInstant(when, known)).toList();
            assertThat(days).doesNotHaveDuplicates();
            assertThat(days.getFirst().datesUntil(days.getLast().plusDays(1))).containsExactlyElementsOf(days);
            assertThat(year.firedAt).allSatisfy(when -> {
                LocalTime shown = LocalTime.ofInstant(when, known);
                assertThat(Math.abs(Duration.between(at, shown).toMinutes())).isIn(0L, 30L, 60L, 120L);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"Pacific/Apia, Pacific/Honolulu", "Pacific/Honolulu, Pacific/Apia", "Asia/Kolkata, Europe/Berlin",
            "Europe/Berlin, Australia/Lord_Howe"})
    void goesByTheClockWhereThePersonIs(String from, String to) {
        prefers(from, HALF_PAST_SEVEN);
        life.pass(Duration.ofHours(36));
        int before = life.fired.size();

        prefers(to, HALF_PAST_SEVEN);
        life.pass(Duration.ofHours(49));

        List<Instant> after = life.firedAt.subList(before, life.firedAt.size());
        assertThat(after).isNotEmpty().allMatch(at -> LocalTime.ofInstant(at, ZoneId.of(to)).equals(HALF_PAST_SEVEN));
        assertThat(life.firedAt.stream().map(at -> LocalDate.ofInstant(at, ZoneId.of(to)))).doesNotHaveDuplicates();
    }

    @Test
    void comesBackToAConflictOnTheNextEvening() {
        life.says(new PreferencesChanged(BERLIN, "en", null, null));
        opensConflict();

        life.pass(Duration.ofDays(3));

        assertThat(life.firedAt).singleElement().satisfies(RemindersTests::isInTheNextEvening);
        NotificationPlanned planned = life.planned().getFirst();
        assertThat(planned.about()).isEqualTo(new Subject(SubjectKind.CONFLICT, CONFLICT.value()));
        assertThat(planned.expiresAt()).isEqualTo(life.firedAt.getFirst().plus(Duration.ofHours(4)));
        assertThat(life.timers()).isEmpty();
    }

    @Test
    void seldomAsksTwoPeopleAboutTheirQuarrelInTheSameMinute() {
        int together = 0;
        for (int couple = 0; couple < 500; couple++) {
            Instant one = followUpOf("anna-" + couple, new ConflictId(new UUID(7, couple)));
            Instant other = followUpOf("ben-" + couple, new ConflictId(new UUID(9, couple)));
            together += one.equals(other) ? 1 : 0;
        }

        assertThat(together).isLessThan(500 / 25);
    }

    private static Instant followUpOf(String person, ConflictId conflict) {
        Life life = new Life(PersonId.of(person), MONDAY_NOON);
        life.says(new PreferencesChanged(BERLIN, "en", null, null));
        life.says(opened(conflict));
        Instant at = Objects.requireNonNull(life.timers().getFirst().at());
        isInTheNextEvening(at);
        return at;
    }

    private static void isInTheNextEvening(Instant at) {
        assertThat(at).isBetween(Instant.parse("2026-11-24T17:00:00Z"), Instant.parse("2026-11-24T18:29:00Z"));
    }

    @ParameterizedTest
    @EnumSource(value = EntryKind.class, names = {"RESOLVED", "UNDERSTOOD", "REPAIR_TRIED", "REPAIR_RECEIVED"})
    void doesNotComeBackToWhatThePersonHasComeBackTo(EntryKind kind) {
        life.says(new PreferencesChanged(BERLIN, "en", null, null));
        opensConflict();
        entry(kind);

        life.pass(Duration.ofDays(3));

        assertThat(life.fired).isEmpty();
    }

    @Test
    void isWithdrawnWhenThePersonComesBackToItBeforeItWasSent() {
        life.says(new PreferencesChanged(BERLIN, "en", null, null));
        opensConflict();
        life.pass(Duration.ofDays(2));
        entry(EntryKind.RESOLVED);

        assertThat(life.decided).contains(
                new NotificationWithdrawn(life.planned().getFirst().notification(), Reason.DONE));
    }

    @Test
    void comesBackOnceMoreToWhatIsOpenedAgain() {
        life.says(new PreferencesChanged(BERLIN, "en", null, null));
        opensConflict();
        entry(EntryKind.RESOLVED);
        life.pass(Duration.ofDays(2));
        entry(EntryKind.REOPENED);

        life.pass(Duration.ofDays(2));

        assertThat(life.fired).hasSize(1);
    }

    @Test
    void leavesAloneWhoNeedsCare() {
        life.says(new PreferencesChanged(BERLIN, "en", null, null));
        opensConflict();
        life.coaches(new RiskRaised(new Subject(SubjectKind.CONFLICT, CONFLICT.value()), RiskTier.S1, List.of(),
                List.of(), List.of(), life.now));

        life.pass(Duration.ofDays(3));

        assertThat(life.fired).isEmpty();
        assertThat(life.decided).contains(new ReminderDropped(ReminderKind.FOLLOW_UP,
                new Subject(SubjectKind.CONFLICT, CONFLICT.value()), Reason.CARE));
    }

    @Test
    void leavesAloneWhoseCaseIsOpenWhateverTheirTier() {
        life.says(new PreferencesChanged(BERLIN, "en", null, null));
        life.coaches(new CaseOpened(CASE, RiskTier.S2, new Subject(SubjectKind.CHECK_IN, CASE.value()), life.now,
                life.now, List.of(), List.of()));
        life.coaches(new TierChanged(RiskTier.S2, RiskTier.S0, CASE, life.now));
        opensConflict();
        life.pass(Duration.ofDays(2));
        assertThat(life.fired).isEmpty();

        life.coaches(new CaseClosed(CASE, null, PersonId.of("coach-1"), life.now));
        opensConflict();
        life.pass(Duration.ofDays(2));

        assertThat(life.fired).hasSize(1);
    }

    @Test
    void saysNothingOfWhatWasLongAgo() {
        life.says(new PreferencesChanged(BERLIN, "en", null, null));
        life.says(opened(CONFLICT), life.now.minus(Duration.ofDays(4)));

        life.pass(Duration.ofDays(3));

        assertThat(life.fired).isEmpty();
    }

    private void prefers(@Nullable String zone, LocalTime at, Weekday... days) {
        life.says(preferences(zone, at, days));
    }

    private static PreferencesChanged preferences(@Nullable String zone, LocalTime at, Weekday... days) {
        return new PreferencesChanged(zone, "en", null, null, List.of(), List.of(), null, null, false, false,
                new ReminderTime(at, List.of(days)));
    }

    private void checksIn() {
        life.says(checkIn());
    }

    private static CheckInRecorded checkIn() {
        return new CheckInRecorded(new CheckInId(new UUID(6, 6)), About.PARTNER, 3, null, null, null, List.of(), null,
                List.of(), null);
    }

    private void opensConflict() {
        life.says(opened(CONFLICT));
    }

    private static ConflictOpened opened(ConflictId conflict) {
        return new ConflictOpened(conflict, About.PARTNER, null, 3, 3, false, null, List.of(), null, List.of(), null);
    }

    private void entry(EntryKind kind) {
        life.says(new ConflictEntryAdded(CONFLICT, new EntryId(new UUID(5, 5)), kind, null, null, null, null, null,
                null));
    }
}
