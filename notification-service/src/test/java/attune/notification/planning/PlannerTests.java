package attune.notification.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import attune.events.Category;
import attune.events.Channel;
import attune.events.Ending;
import attune.events.JournalEvent.Choice;
import attune.events.JournalEvent.DigestTime;
import attune.events.JournalEvent.QuietHours;
import attune.events.Level;
import attune.events.NotificationId;
import attune.events.Reason;
import attune.notification.planning.Contacts.Contact;
import attune.notification.planning.DeliveryPlan.End;
import attune.notification.planning.DeliveryPlan.Gather;
import attune.notification.planning.DeliveryPlan.HoldUntil;
import attune.notification.planning.DeliveryPlan.SendNow;
import attune.notification.planning.Intent.Reach;

import static org.assertj.core.api.Assertions.assertThat;

class PlannerTests {

    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-23T21:00:00Z");
    private static final Instant NEXT_MORNING = Instant.parse("2026-11-24T07:00:00Z");
    private static final Instant IN_THREE_DAYS = NOON.plus(Duration.ofDays(3));
    private static final Instant SUNDAY_EVENING = Instant.parse("2026-11-29T16:00:00Z");
    private static final QuietWeek NIGHTS = new QuietWeek(new QuietHours(LocalTime.of(21, 30), LocalTime.of(8, 0)),
            List.of());
    private static final Wishes AT_HOME = wishes("Europe/Berlin", null, null);
    private static final Planner PLANNER = new Planner(Burden.DEFAULT);

    @Test
    void sendsByDay() {
        assertThat(plan(Category.SUGGESTION, Channel.PUSH, NOON)).isEqualTo(new SendNow());
    }

    @Test
    void holdsAtNightUntilTheMorning() {
        assertThat(plan(Category.SUGGESTION, Channel.EMAIL, LATE))
                .isEqualTo(new HoldUntil(NEXT_MORNING, Reason.QUIET_HOURS));
    }

    @Test
    void beginsNothingInTheLastMomentBeforeQuietHours() {
        assertThat(plan(Category.SUGGESTION, Channel.EMAIL, Instant.parse("2026-11-23T20:29:45Z")))
                .isEqualTo(new HoldUntil(NEXT_MORNING, Reason.QUIET_HOURS));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Mars/Olympus_Mons", "Europe/Berlin\n", "../etc"})
    void holdsWhileTheZoneIsUnknown(@Nullable String zone) {
        assertThat(PLANNER.plan(suggestion(NOON), wishes(zone, null, null), Contacts.NONE, NOON))
                .isEqualTo(new HoldUntil(IN_THREE_DAYS, Reason.UNKNOWN_ZONE));
        assertThat(PLANNER.plan(suggestion(NOON), wishes(zone, null, null), Contacts.NONE, IN_THREE_DAYS))
                .isEqualTo(new End(Ending.EXPIRED, Reason.TOO_LATE));
    }

    @Test
    void saysWhyNothingIsSent() {
        assertThat(PLANNER.plan(intent(Category.SUGGESTION, Reach.NO_ADDRESS, false, null, null, NOON), AT_HOME,
                Contacts.NONE, NOON)).isEqualTo(new End(Ending.MUTED, Reason.NO_ADDRESS));
        assertThat(PLANNER.plan(intent(Category.SUGGESTION, Reach.SWITCHED_OFF, false, null, null, NOON), AT_HOME,
                Contacts.NONE, NOON)).isEqualTo(new End(Ending.MUTED, Reason.SWITCHED_OFF));
        assertThat(PLANNER.plan(intent(Category.SUGGESTION, Reach.OPEN, true, null, null, NOON), AT_HOME,
                Contacts.NONE, LATE)).isEqualTo(new End(Ending.SUPERSEDED, Reason.ALREADY_READ));
        assertThat(PLANNER.plan(intent(Category.SAFETY, Reach.OPEN, false, Reason.ACKNOWLEDGED, null, NOON), AT_HOME,
                Contacts.NONE, NOON)).isEqualTo(new End(Ending.SUPERSEDED, Reason.ACKNOWLEDGED));
    }

    @Test
    void sendsOneSuggestionADayAndKeepsTheRestForTheDigest() {
        Contacts contacts = Contacts.NONE.with(sent(Category.SUGGESTION, NOON.minus(Duration.ofHours(4))));

        assertThat(PLANNER.plan(suggestion(NOON), AT_HOME, contacts, NOON))
                .isEqualTo(new HoldUntil(SUNDAY_EVENING, Reason.CAPPED));
        assertThat(PLANNER.plan(suggestion(NOON), AT_HOME, contacts, NOON.plus(Duration.ofDays(1))))
                .isEqualTo(new HoldUntil(NOON.plus(Duration.ofDays(1)), Reason.LATE));
        assertThat(PLANNER.plan(intent(Category.REMINDER, Reach.OPEN, false, null, null, NOON), AT_HOME, contacts,
                NOON)).isEqualTo(new SendNow());
    }

    @Test
    void makesADigestWhenItIsTimeEvenOfWhatIsOfNoMoreUseByItself() {
        Intent capped = intent(Category.SUGGESTION, Reach.OPEN, false, null, Reason.CAPPED, SUNDAY_EVENING);

        assertThat(PLANNER.plan(capped, AT_HOME, Contacts.NONE, SUNDAY_EVENING)).isEqualTo(new Gather());
        assertThat(PLANNER.plan(capped, AT_HOME, Contacts.NONE, SUNDAY_EVENING.minusSeconds(1)))
                .isEqualTo(new HoldUntil(SUNDAY_EVENING, Reason.CAPPED));
        assertThat(PLANNER.plan(capped, AT_HOME, Contacts.NONE, NOON.plus(Duration.ofDays(14))))
                .isEqualTo(new End(Ending.EXPIRED, Reason.TOO_LATE));
    }

    @Test
    void leavesFourHoursBetweenPushes() {
        Instant before = NOON.minus(Duration.ofHours(1));
        Contacts contacts = Contacts.NONE.with(sent(Category.REMINDER, before));

        assertThat(PLANNER.plan(suggestion(NOON), AT_HOME, contacts, NOON))
                .isEqualTo(new HoldUntil(before.plus(Duration.ofHours(4)), Reason.TOO_SOON));
    }

    @Test
    void neverSendsMoreThanSixInSevenDays() {
        Contacts contacts = Contacts.NONE;
        for (int day = 1; day <= 6; day++) {
            contacts = contacts.with(sent(Category.COACH_MESSAGE, NOON.minus(Duration.ofDays(day))));
        }
        assertThat(PLANNER.plan(suggestion(NOON), AT_HOME, contacts, NOON))
                .isEqualTo(new HoldUntil(SUNDAY_EVENING, Reason.CAPPED));
    }

    @Test
    void comesHalfAsOftenAfterThreeIgnoredAndOnlyToTheInboxAfterFive() {
        Contacts contacts = Contacts.NONE;
        for (int days : List.of(7, 5, 1)) {
            contacts = contacts.with(sent(Category.SUGGESTION, NOON.minus(Duration.ofDays(days))));
        }
        assertThat(PLANNER.plan(suggestion(NOON), AT_HOME, contacts, NOON))
                .isEqualTo(new HoldUntil(SUNDAY_EVENING, Reason.CAPPED));

        Instant later = NOON.plus(Duration.ofDays(9));
        Contacts five = contacts.with(sent(Category.SUGGESTION, NOON.plus(Duration.ofDays(2))))
                .with(sent(Category.SUGGESTION, NOON.plus(Duration.ofDays(4))));
        assertThat(PLANNER.plan(suggestionDueAt(later), AT_HOME, five, later))
                .isEqualTo(new End(Ending.MUTED, Reason.IGNORED));
    }

    @Test
    void waitsForTheEndOfAPauseAndForTheChosenDigest() {
        Wishes paused = wishes("Europe/Berlin", NOON.plus(Duration.ofDays(2)), null);
        Wishes daily = wishes("Europe/Berlin", null, new DigestTime(null, LocalTime.of(18, 0)),
                new Choice(Category.SUGGESTION, Channel.PUSH, Level.DIGEST));

        assertThat(PLANNER.plan(suggestion(NOON), paused, Contacts.NONE, NOON))
                .isEqualTo(new HoldUntil(NOON.plus(Duration.ofDays(2)), Reason.PAUSED));
        assertThat(PLANNER.plan(suggestion(NOON), daily, Contacts.NONE, NOON))
                .isEqualTo(new HoldUntil(Instant.parse("2026-11-23T17:00:00Z"), Reason.DIGEST_CHOSEN));
        assertThat(PLANNER.plan(suggestion(NOON), AT_HOME, Contacts.NONE, NOON)).isEqualTo(new SendNow());
    }

    @Test
    void tellsTogetherWhatIsLate() {
        Instant threeHoursLater = NOON.plus(Duration.ofHours(3));

        assertThat(PLANNER.plan(suggestion(NOON), AT_HOME, Contacts.NONE, threeHoursLater))
                .isEqualTo(new HoldUntil(threeHoursLater, Reason.LATE));
        assertThat(PLANNER.plan(intent(Category.SUGGESTION, Reach.OPEN, false, null, Reason.LATE, threeHoursLater),
                AT_HOME, Contacts.NONE, threeHoursLater)).isEqualTo(new Gather());
    }

    @Test
    void keepsNothingBackFromWhoIsOnCall() {
        Intent urgent = new Intent(Category.SAFETY, Channel.PUSH, Reach.OPEN, true, false, null, null, LATE, LATE,
                LATE.plus(Duration.ofDays(2)), null);
        Contacts many = Contacts.NONE.with(sent(Category.SUGGESTION, LATE.minusSeconds(1)));

        assertThat(PLANNER.plan(urgent, wishes(null, IN_THREE_DAYS, null), many, LATE)).isEqualTo(new SendNow());
    }

    @Test
    void letsSafetyIntoTheNightOnlyOnRequest() {
        Intent safety = new Intent(Category.SAFETY, Channel.PUSH, Reach.OPEN, false, false, null, null, LATE, LATE,
                LATE.plus(Duration.ofDays(2)), null);
        Wishes always = new Wishes("Europe/Berlin", NIGHTS, null, null, true, List.of());

        assertThat(PLANNER.plan(safety, AT_HOME, Contacts.NONE, LATE))
                .isEqualTo(new HoldUntil(NEXT_MORNING, Reason.QUIET_HOURS));
        assertThat(PLANNER.plan(safety, always, Contacts.NONE, LATE)).isEqualTo(new SendNow());
    }

    @ParameterizedTest
    @EnumSource(names = {"APPOINTMENT", "ACCOUNT", "SAFETY"})
    void countsNeitherAppointmentsNorAccountNorSafety(Category category) {
        Contacts many = Contacts.NONE;
        for (int i = 0; i < 20; i++) {
            many = many.with(sent(Category.SUGGESTION, NOON.minusSeconds(i)));
        }
        assertThat(PLANNER.plan(intent(category, Reach.OPEN, false, null, null, NOON), AT_HOME, many, NOON))
                .isEqualTo(new SendNow());
    }

    @Test
    void cannotSwitchOffWhatIsAboutTheAccount() {
        Wishes off = wishes("Europe/Berlin", null, null, new Choice(Category.ACCOUNT, Channel.PUSH, Level.OFF),
                new Choice(Category.SUGGESTION, Channel.PUSH, Level.OFF));

        assertThat(off.level(Category.ACCOUNT, Channel.PUSH)).isEqualTo(Level.ON);
        assertThat(off.level(Category.SUGGESTION, Channel.PUSH)).isEqualTo(Level.OFF);
        assertThat(off.level(Category.REMINDER, Channel.EMAIL)).isEqualTo(Level.OFF);
    }

    private static DeliveryPlan plan(Category category, Channel channel, Instant now) {
        return PLANNER.plan(new Intent(category, channel, Reach.OPEN, false, false, null, null, NOON, now,
                IN_THREE_DAYS, null), AT_HOME, Contacts.NONE, now);
    }

    private static Intent suggestion(Instant dueAt) {
        return intent(Category.SUGGESTION, Reach.OPEN, false, null, null, dueAt);
    }

    private static Intent suggestionDueAt(Instant dueAt) {
        return new Intent(Category.SUGGESTION, Channel.PUSH, Reach.OPEN, false, false, null, null, dueAt, dueAt,
                dueAt.plus(Duration.ofDays(1)), null);
    }

    private static Intent intent(Category category, Reach reach, boolean read, @Nullable Reason withdrawn,
            @Nullable Reason heldFor, Instant dueAt) {
        return new Intent(category, Channel.PUSH, reach, false, read, withdrawn, heldFor, NOON, dueAt, IN_THREE_DAYS,
                null);
    }

    private static Wishes wishes(@Nullable String zone, @Nullable Instant pausedUntil, @Nullable DigestTime digest,
            Choice... choices) {
        return new Wishes(zone, NIGHTS, pausedUntil, digest, false, List.of(choices));
    }

    private static Contact sent(Category category, Instant at) {
        return new Contact(new NotificationId(new UUID(at.getEpochSecond(), category.wireName().hashCode())), category,
                Channel.PUSH, at);
    }
}
