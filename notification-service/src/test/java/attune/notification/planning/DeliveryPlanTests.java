package attune.notification.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import attune.events.Ending;
import attune.events.JournalEvent.QuietHours;
import attune.events.Reason;
import attune.notification.planning.DeliveryPlan.Delivery;
import attune.notification.planning.DeliveryPlan.End;
import attune.notification.planning.DeliveryPlan.HoldUntil;
import attune.notification.planning.DeliveryPlan.SendNow;
import attune.notification.planning.DeliveryPlan.Wishes;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryPlanTests {

    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-23T21:00:00Z");
    private static final Instant NEXT_MORNING = Instant.parse("2026-11-24T07:00:00Z");
    private static final Instant IN_THREE_DAYS = NOON.plus(Duration.ofDays(3));
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 30), LocalTime.of(8, 0));
    private static final Delivery FRESH = new Delivery(false, IN_THREE_DAYS, null);
    private static final Wishes AT_HOME = new Wishes(true, true, "Europe/Berlin", NIGHT);

    @Test
    void sendsByDay() {
        assertThat(DeliveryPlan.of(FRESH, AT_HOME, NOON)).isEqualTo(new SendNow());
    }

    @Test
    void holdsAtNightUntilTheMorning() {
        assertThat(DeliveryPlan.of(FRESH, AT_HOME, LATE)).isEqualTo(new HoldUntil(NEXT_MORNING, Reason.QUIET_HOURS));
    }

    @Test
    void beginsNothingInTheLastMomentBeforeQuietHours() {
        Instant justBefore = Instant.parse("2026-11-23T20:29:45Z");

        assertThat(DeliveryPlan.of(FRESH, AT_HOME, justBefore))
                .isEqualTo(new HoldUntil(NEXT_MORNING, Reason.QUIET_HOURS));
    }

    @Test
    void looksAgainWhenItExpiresInTheNight() {
        Delivery short_ = new Delivery(false, LATE.plus(Duration.ofHours(1)), null);

        assertThat(DeliveryPlan.of(short_, AT_HOME, LATE))
                .isEqualTo(new HoldUntil(short_.expiresAt(), Reason.QUIET_HOURS));
        assertThat(DeliveryPlan.of(short_, AT_HOME, short_.expiresAt()))
                .isEqualTo(new End(Ending.EXPIRED, Reason.TOO_LATE));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Mars/Olympus_Mons", "Europe/Berlin\n", "../etc"})
    void holdsWhileTheZoneIsUnknown(@Nullable String zone) {
        Wishes wishes = new Wishes(true, true, zone, NIGHT);

        assertThat(DeliveryPlan.of(FRESH, wishes, NOON)).isEqualTo(new HoldUntil(IN_THREE_DAYS, Reason.UNKNOWN_ZONE));
        assertThat(DeliveryPlan.of(FRESH, wishes, IN_THREE_DAYS)).isEqualTo(new End(Ending.EXPIRED, Reason.TOO_LATE));
    }

    @Test
    void saysWhyNothingIsSent() {
        assertThat(DeliveryPlan.of(FRESH, new Wishes(false, false, "Europe/Berlin", NIGHT), NOON))
                .isEqualTo(new End(Ending.SUPPRESSED, Reason.NO_ADDRESS));
        assertThat(DeliveryPlan.of(FRESH, new Wishes(true, false, "Europe/Berlin", NIGHT), NOON))
                .isEqualTo(new End(Ending.SUPPRESSED, Reason.SWITCHED_OFF));
        assertThat(DeliveryPlan.of(new Delivery(true, IN_THREE_DAYS, null), AT_HOME, LATE))
                .isEqualTo(new End(Ending.SUPPRESSED, Reason.ALREADY_READ));
        assertThat(DeliveryPlan.of(new Delivery(false, IN_THREE_DAYS, NOON), AT_HOME, NOON))
                .isEqualTo(new End(Ending.DEAD, Reason.GIVEN_UP));
    }

    static List<String> zones() {
        return List.of("Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata", "Pacific/Chatham", "Europe/Berlin",
                "Antarctica/Troll");
    }

    /** Followed from hold to hold, each delivery is sent or expires, and is never sent in quiet hours. */
    @ParameterizedTest
    @MethodSource("zones")
    void isNeverSentInQuietHoursAndAlwaysEnds(String zone) {
        Random random = new Random(zone.hashCode());
        Instant yearBegins = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 4_000; i++) {
            Instant planned = yearBegins.plusSeconds(random.nextInt(365 * 24 * 3600));
            QuietHours quiet = new QuietHours(anyTime(random), anyTime(random));
            Delivery delivery = new Delivery(false, planned.plus(Duration.ofHours(1L + random.nextInt(72))), null);
            Wishes wishes = new Wishes(true, true, zone, quiet);
            Instant now = planned;
            DeliveryPlan plan = DeliveryPlan.of(delivery, wishes, now);
            int holds = 0;
            while (plan instanceof HoldUntil hold) {
                assertThat(hold.until()).isAfter(now);
                assertThat(++holds).isLessThan(10);
                now = hold.until();
                plan = DeliveryPlan.of(delivery, wishes, now);
            }
            if (plan instanceof SendNow) {
                assertThat(isQuiet(now, quiet, zone)).as("%s %s %s", now, quiet, zone).isFalse();
                assertThat(now).isBefore(delivery.expiresAt());
            } else {
                assertThat(plan).isEqualTo(new End(Ending.EXPIRED, Reason.TOO_LATE));
            }
        }
    }

    /** Said again in other words than the code's. */
    private static boolean isQuiet(Instant instant, QuietHours quiet, String zone) {
        int now = instant.atZone(ZoneId.of(zone)).toLocalTime().toSecondOfDay();
        int from = quiet.from().toSecondOfDay();
        int length = Math.floorMod(quiet.to().toSecondOfDay() - from - 1, 24 * 3600) + 1;
        return Math.floorMod(now - from, 24 * 3600) < length;
    }

    private static LocalTime anyTime(Random random) {
        return LocalTime.of(random.nextInt(24), random.nextInt(60));
    }
}
