package attune.notification.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import attune.events.JournalEvent.QuietDay;
import attune.events.JournalEvent.QuietHours;
import attune.events.Weekday;

import static org.assertj.core.api.Assertions.assertThat;

class QuietWeekTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Quiet NIGHT = quiet(LocalTime.of(21, 30), LocalTime.of(8, 0), BERLIN);

    /** A week with its zone. */
    private record Quiet(QuietWeek week, ZoneId zone) {

        boolean covers(Instant instant) {
            return week.covers(instant, zone);
        }

        Instant end(Instant instant) {
            return week.end(instant, zone);
        }
    }

    private static Quiet quiet(LocalTime from, LocalTime to, ZoneId zone) {
        return new Quiet(new QuietWeek(new QuietHours(from, to), List.of()), zone);
    }

    @ParameterizedTest
    @CsvSource({
            // Friday's night is longer, on Saturday there is none, Sunday is as every day.
            "2026-11-27T22:00,false", "2026-11-27T23:30,true", "2026-11-28T09:59,true", "2026-11-28T10:00,false",
            "2026-11-28T23:59,false", "2026-11-29T05:00,false", "2026-11-29T21:30,true", "2026-11-30T07:59,true"})
    void isAsLongAsTheDayOnWhichItBegins(String now, boolean quiet) {
        QuietWeek week = new QuietWeek(new QuietHours(LocalTime.of(21, 30), LocalTime.of(8, 0)),
                List.of(new QuietDay(Weekday.FRIDAY, new QuietHours(LocalTime.of(23, 0), LocalTime.of(10, 0))),
                        new QuietDay(Weekday.SATURDAY, null)));

        assertThat(week.covers(at(BERLIN, now), BERLIN)).isEqualTo(quiet);
    }

    @Test
    void goesOnWhereOneDayTouchesTheNext() {
        QuietWeek week = new QuietWeek(new QuietHours(LocalTime.of(8, 0), LocalTime.of(8, 0)),
                List.of(new QuietDay(Weekday.WEDNESDAY, null)));

        assertThat(week.end(at(BERLIN, "2026-11-23T12:00"), BERLIN)).isEqualTo(at(BERLIN, "2026-11-25T08:00"));
    }

    @ParameterizedTest
    @CsvSource({"21:29:59,false", "21:30,true", "23:59,true", "00:00,true", "07:59:59,true", "08:00,false",
            "12:00,false"})
    void runsOverMidnight(LocalTime time, boolean quiet) {
        assertThat(NIGHT.covers(at(BERLIN, "2026-11-23T" + time))).isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource({"12:59,false", "13:00,true", "14:59,true", "15:00,false"})
    void mayLieWithinADay(LocalTime time, boolean quiet) {
        assertThat(quiet(LocalTime.of(13, 0), LocalTime.of(15, 0), BERLIN)
                .covers(at(BERLIN, "2026-11-23T" + time))).isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource({
            // Clocks go forward in Berlin on 2026-03-29 at 02:00 and back on 2026-10-25 at 03:00.
            "2026-03-28T23:00, 2026-03-29T08:00, 21:30, 08:00",
            "2026-10-24T23:00, 2026-10-25T08:00, 21:30, 08:00",
            // An end that the clock skips comes with the jump.
            "2026-03-29T01:00, 2026-03-29T03:00, 23:00, 02:30"})
    void endsWhenTheClockOnTheWallShowsIt(String now, String end, LocalTime from, LocalTime to) {
        assertThat(quiet(from, to, BERLIN).end(at(BERLIN, now))).isEqualTo(at(BERLIN, end));
    }

    @Test
    void isQuietTwiceInAnHourThatComesTwice() {
        Quiet window = quiet(LocalTime.of(23, 0), LocalTime.of(2, 30), BERLIN);
        Instant secondHalfPastTwo = ZonedDateTime.ofLocal(LocalDateTime.parse("2026-10-25T02:30"), BERLIN, null)
                .withLaterOffsetAtOverlap().toInstant();

        Instant secondTwo = secondHalfPastTwo.minus(Duration.ofMinutes(30));

        assertThat(window.covers(secondTwo)).isTrue();
        assertThat(window.end(secondTwo)).isEqualTo(secondHalfPastTwo);
    }

    @Test
    void bearsADayThatNeverWas() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        Quiet window = quiet(LocalTime.of(21, 30), LocalTime.of(8, 0), apia);

        // On 29 December 2011 at midnight it became 31 December.
        assertThat(window.end(at(apia, "2011-12-29T23:00"))).isEqualTo(at(apia, "2011-12-31T08:00"));
    }

    @Test
    void neverEndsWhenItIsTheWholeDay() {
        Quiet always = quiet(LocalTime.NOON, LocalTime.NOON, BERLIN);

        assertThat(always.covers(at(BERLIN, "2026-11-23T04:00"))).isTrue();
        assertThat(always.end(at(BERLIN, "2026-11-23T04:00"))).isEqualTo(Instant.MAX);
    }

    static Stream<ZoneId> zones() {
        return Stream.of("Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata", "Pacific/Chatham", "Europe/Berlin",
                "Antarctica/Troll", "America/St_Johns", "Africa/Casablanca", "UTC").map(ZoneId::of);
    }

    /** Against the plain definition, minute by minute, around both jumps of the clock and at random. */
    @ParameterizedTest
    @MethodSource("zones")
    void endsAtTheFirstMinuteThatIsNotQuiet(ZoneId zone) {
        Random random = new Random(20261123);
        for (Instant around : turningPoints(zone)) {
            for (int i = 0; i < 60; i++) {
                Instant now = around.plusSeconds(60L * (random.nextInt(4 * 24 * 60) - 2 * 24 * 60));
                LocalTime from = anyTime(random);
                LocalTime to = anyTime(random);
                Quiet window = new Quiet(new QuietWeek(new QuietHours(from, to), List.of(
                        new QuietDay(Weekday.TUESDAY, new QuietHours(anyTime(random), to)),
                        new QuietDay(Weekday.SUNDAY, null))), zone);
                if (!from.equals(to)) {
                    assertThat(window.end(now)).as("%s from %s in %s", window, now, zone)
                            .isEqualTo(firstMinuteNotQuiet(window, now));
                }
            }
        }
    }

    private static List<Instant> turningPoints(ZoneId zone) {
        Instant spring = Instant.parse("2026-01-01T00:00:00Z");
        Instant gone = Instant.parse("2011-12-01T00:00:00Z");
        return Stream.of(gone, spring)
                .flatMap(from -> Stream.iterate(from,
                        at -> zone.getRules().nextTransition(at) == null
                                ? at.plus(Duration.ofDays(100))
                                : zone.getRules().nextTransition(at).getInstant())
                        .limit(3))
                .toList();
    }

    private static LocalTime anyTime(Random random) {
        return LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
    }

    private static Instant firstMinuteNotQuiet(Quiet window, Instant now) {
        Instant minute = now;
        while (window.covers(minute)) {
            minute = minute.plusSeconds(60);
        }
        return minute;
    }

    private static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
