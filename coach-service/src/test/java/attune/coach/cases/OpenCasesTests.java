package attune.coach.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import attune.coach.cases.OpenCases.One;
import attune.events.CaseId;
import attune.events.CoachingEvent.CaseAcknowledged;
import attune.events.CoachingEvent.CaseClosed;
import attune.events.CoachingEvent.CaseEscalated;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.CoachingEvent.CaseRaised;
import attune.events.PersonId;
import attune.events.RiskTier;
import attune.events.Rung;
import attune.events.RungKind;
import attune.events.Subject;
import attune.events.SubjectKind;

import static org.assertj.core.api.Assertions.assertThat;

/** How the ladder of a case is climbed until somebody acknowledges it. */
class OpenCasesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    private static final CaseId CASE = new CaseId(new UUID(1, 2));
    private static final PersonId CLIENT = PersonId.of("client-1");
    private static final PersonId COACH = PersonId.of("coach-1");
    private static final Subject ABOUT = new Subject(SubjectKind.CASE, new UUID(1, 2));
    private static final List<Rung> LADDER = List.of(
            new Rung(RungKind.ASSIGNED, List.of(COACH), NOW),
            new Rung(RungKind.BACKUP, List.of(PersonId.of("coach-2")), NOW.plusSeconds(300)),
            new Rung(RungKind.ON_CALL, List.of(PersonId.of("coach-3")), NOW.plusSeconds(600)));

    @Test
    void climbsRungByRungAndThenAsksTheLastAgainAtPausesThatDouble() {
        List<Long> minutes = new ArrayList<>();
        List<RungKind> kinds = new ArrayList<>();
        OpenCases open = opened(LADDER);
        for (int i = 0; i < 6; i++) {
            Rung next = only(open).next();
            minutes.add(Duration.between(NOW, next.at()).toMinutes());
            kinds.add(next.kind());
            assertThat(only(open).isDue(next.at())).isTrue();
            assertThat(only(open).isDue(next.at().minusMillis(1))).isFalse();
            open = open.after(asked(next, i + 1));
        }
        assertThat(minutes).containsExactly(5L, 10L, 15L, 30L, 60L, 120L);
        assertThat(kinds).containsExactly(RungKind.BACKUP, RungKind.ON_CALL, RungKind.ON_CALL, RungKind.ON_CALL,
                RungKind.ON_CALL, RungKind.ON_CALL);
    }

    @Test
    void stopsWhenSomebodyAcknowledgesIt() {
        OpenCases open = opened(LADDER).after(new CaseAcknowledged(CASE, COACH, NOW));
        assertThat(only(open).isDue(NOW.plus(Duration.ofDays(9)))).isFalse();
        assertThat(only(open).isOverdue(NOW.plus(Duration.ofDays(9)))).isFalse();
        assertThat(open.after(new CaseClosed(CASE, null, COACH, NOW)).cases()).isEmpty();
    }

    @Test
    void passesOverARungOfAClockThatNoLongerRuns() {
        OpenCases open = opened(LADDER);
        Rung old = only(open).next();
        Instant later = NOW.plusSeconds(200);
        OpenCases renewed = open.after(new CaseRaised(CASE, RiskTier.S3, true, ABOUT, later, later.plusSeconds(900),
                List.of(new Rung(RungKind.ASSIGNED, List.of(COACH), later),
                        new Rung(RungKind.BACKUP, List.of(PersonId.of("coach-2")), later.plusSeconds(300))),
                List.of()));

        assertThat(renewed.after(asked(old, 1))).isEqualTo(renewed);
        assertThat(only(renewed).next().at()).isEqualTo(later.plusSeconds(300));
    }

    @Test
    void isOverdueAfterItsTimeAndAsksNobodyWhereThereIsNobody() {
        One one = only(opened(List.of()));
        assertThat(one.isOverdue(NOW.plusSeconds(901))).isTrue();
        assertThat(one.isOverdue(NOW.plusSeconds(899))).isFalse();
        assertThat(one.isDue(NOW.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void takesATwinForNothingNew() {
        OpenCases open = opened(LADDER);
        assertThat(open.after(CLIENT, opening(LADDER))).isEqualTo(open);
    }

    private static OpenCases opened(List<Rung> ladder) {
        return OpenCases.KIND.initial().after(CLIENT, opening(ladder));
    }

    private static CaseOpened opening(List<Rung> ladder) {
        return new CaseOpened(CASE, RiskTier.S3, ABOUT, NOW, NOW.plusSeconds(900), ladder, List.of());
    }

    private static CaseEscalated asked(Rung rung, int number) {
        return new CaseEscalated(CASE, RiskTier.S3, number, rung.kind(), rung.coaches(), rung.at());
    }

    private static One only(OpenCases open) {
        assertThat(open.cases()).hasSize(1);
        return open.cases().getFirst();
    }
}
