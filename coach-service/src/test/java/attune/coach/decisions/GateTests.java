package attune.coach.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import attune.events.Analysis;
import attune.events.AnswersId;
import attune.events.Audience;
import attune.events.CaseId;
import attune.events.CoachingEvent.CaseAcknowledged;
import attune.events.CoachingEvent.CaseClosed;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.CoachingEvent.CaseRaised;
import attune.events.CoachingEvent.FindingJudged;
import attune.events.CoachingEvent.RiskRaised;
import attune.events.CoachingEvent.SharingBlocked;
import attune.events.CoachingEvent.SuggestionBlocked;
import attune.events.CoachingEvent.TierChanged;
import attune.events.CoachingEvent.TierLowered;
import attune.events.FoundRisk;
import attune.events.JournalEvent.MeasureAnswered;
import attune.events.Judgement;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.events.RiskTier;
import attune.events.Rung;
import attune.events.RungKind;

import static attune.coach.Told.NOTHING_FOUND;
import static attune.coach.Told.aCheckIn;
import static attune.coach.Told.aConflict;
import static attune.coach.Told.consent;
import static attune.coach.Told.despair;
import static attune.coach.Told.found;
import static attune.coach.Told.notUnderstood;
import static org.assertj.core.api.Assertions.assertThat;

/** How a client's tier rises and is lowered, what the gate lets pass meanwhile, and when a case opens. */
class GateTests {

    private static final PersonId COACH = PersonId.of("coach-1");
    private static final Duration DAY = Duration.ofDays(1);

    private final ClientHistory client = new ClientHistory();

    @ParameterizedTest
    @EnumSource(value = RiskTier.class, names = {"S1", "S2", "S3"})
    void risesToWhatAFindingAsksAndNeverFallsByItself(RiskTier tier) {
        client.tells(aCheckIn().note("a note").event(found(tier)));
        assertThat(client.decided(TierChanged.class)).singleElement()
                .satisfies(changed -> assertThat(changed.to()).isEqualTo(tier));

        client.after(DAY.multipliedBy(60)).tells(aCheckIn().mood(5).note("a note").event(NOTHING_FOUND));
        assertThat(client.gate().tier()).isEqualTo(tier);
        assertThat(client.decided(TierChanged.class)).isEmpty();
    }

    @Test
    void countsWhatNobodyUnderstoodAsS1() {
        for (Analysis analysis : List.of(Analysis.FAILED, Analysis.NOT_ANALYSED, Analysis.UNKNOWN)) {
            ClientHistory other = new ClientHistory().tells(aCheckIn().note("x").event(notUnderstood(analysis)));
            assertThat(other.gate().tier()).isEqualTo(RiskTier.S1);
            assertThat(other.decided(RiskRaised.class).getFirst().reasons()).contains(analysis.wireName());
        }
        ClientHistory unheard = new ClientHistory().tells(aCheckIn().note("from before").event(null));
        assertThat(unheard.gate().tier()).isEqualTo(RiskTier.S1);
        assertThat(unheard.decided(RiskRaised.class).getFirst().reasons()).contains("not-listened");
        ClientHistory ratings = new ClientHistory().tells(aCheckIn().event(null));
        assertThat(ratings.gate().tier()).as("ratings alone need nobody to listen").isEqualTo(RiskTier.S0);
    }

    @Test
    void countsWhatCouldNotBeReadAsS1Once() {
        client.tellsSomethingUnreadable().tells(aCheckIn().event());
        assertThat(client.gate().tier()).isEqualTo(RiskTier.S1);
        assertThat(client.decided(RiskRaised.class).getFirst().reasons()).containsExactly("unreadable");

        client.isLookedAt(new TierLowered(null, RiskTier.S0, PrivateText.of("I asked."), COACH, client.now()))
                .after(DAY).tells(aCheckIn().event());
        assertThat(client.gate().tier()).isEqualTo(RiskTier.S0);
    }

    @Test
    void risesByTheAnswersToAMeasure() {
        client.tells(new MeasureAnswered(AnswersId.of("019ab1fa-1180-7c21-b6d4-2e9f5a3c8d04"), "hark", "1", List.of(),
                List.of(), RiskTier.S2, "positive"));
        assertThat(client.gate().tier()).isEqualTo(RiskTier.S2);
        assertThat(client.decided(CaseOpened.class)).hasSize(1);
    }

    @Test
    void isLoweredByACoachButNotBelowWhatNobodyHasLookedAt() {
        client.tells(aCheckIn().note("a note").event(found(RiskTier.S3, RiskTier.S1)));
        List<FoundRisk> found = client.gate().unreviewed();

        client.isLookedAt(lowered(RiskTier.S0));
        assertThat(client.gate().tier()).isEqualTo(RiskTier.S3);
        client.isLookedAt(judged(found.get(0))).isLookedAt(lowered(RiskTier.S0));
        assertThat(client.gate().tier()).as("the other still asks").isEqualTo(RiskTier.S1);
        assertThat(client.decided(TierChanged.class)).hasSize(1);
        client.isLookedAt(judged(found.get(1))).isLookedAt(lowered(RiskTier.S0));
        assertThat(client.gate().tier()).isEqualTo(RiskTier.S0);
        client.isLookedAt(lowered(RiskTier.S2));
        assertThat(client.gate().tier()).as("nobody can raise it that way").isEqualTo(RiskTier.S0);
    }

    @Test
    void risesAnewAfterItWasLowered() {
        client.tells(aCheckIn().note("a note").event(found(RiskTier.S2)));
        client.isLookedAt(judged(client.gate().unreviewed().getFirst())).isLookedAt(lowered(RiskTier.S0));
        client.after(DAY).tells(aCheckIn().note("a note").event(found(RiskTier.S2)));
        assertThat(client.gate().tier()).isEqualTo(RiskTier.S2);
    }

    @Test
    void addsUpWeakSignsOfAWeekAlsoAfterACoachLoweredTheTier() {
        for (int round = 0; round < 2; round++) {
            client.after(DAY.multipliedBy(20)).tells(aCheckIn().mood(2).note("a note").event(despair("hopeless-1")))
                    .after(DAY).tells(aCheckIn().mood(2).note("a note").event(despair("burden-1")));
            assertThat(client.gate().tier()).isEqualTo(RiskTier.S2);
            assertThat(client.decided(RiskRaised.class).getFirst().reasons()).contains("signs-add-up");
            client.gate().unreviewed().forEach(one -> client.isLookedAt(judged(one)));
            client.isLookedAt(lowered(RiskTier.S0));
            assertThat(client.gate().tier()).isEqualTo(RiskTier.S0);
        }
    }

    @Test
    void pausesWhatTurnsToTheOtherAtS1AndSaysSo() {
        client.tells(aCheckIn().note("a note").event(found(RiskTier.S1))).after(DAY)
                .tells(aConflict().arousal(5).goingOn().event());
        assertThat(client.cards()).containsExactly("R02.settle");
        assertThat(client.decided(SuggestionBlocked.class)).singleElement().satisfies(blocked -> {
            assertThat(blocked.card()).isEqualTo("R02.time-out");
            assertThat(blocked.tier()).isEqualTo(RiskTier.S1);
            assertThat(blocked.reason()).isEqualTo("couple-cards-paused");
        });
    }

    @Test
    void doesNotCountAsOfferedWhatItHeldBack() {
        client.tells(aCheckIn().understood(1).note("a note").event(found(RiskTier.S1)));
        assertThat(client.cards()).isEmpty();
        assertThat(client.silence()).isEqualTo("couple-cards-paused");

        client.isLookedAt(judged(client.gate().unreviewed().getFirst())).isLookedAt(lowered(RiskTier.S0))
                .after(Duration.ofMinutes(1)).tells(aCheckIn().understood(1).event());
        assertThat(client.cards()).as("no budget and no pause was used up").containsExactly("R10.listen-first");
    }

    @Test
    void saysNothingAtS3() {
        client.tells(aCheckIn().note("a note").event(found(RiskTier.S3))).after(DAY)
                .tells(aConflict().arousal(5).goingOn().event());
        assertThat(client.cards()).isEmpty();
        assertThat(client.silence()).isEqualTo("automation-stopped");
        assertThat(client.decided(SuggestionBlocked.class)).extracting(SuggestionBlocked::card)
                .containsExactly("R02.time-out", "R02.settle");
    }

    @Test
    void sharesNothingNewWithThePartnerFromS2On() {
        var told = aConflict().arousal(5).goingOn().sharedWith(Audience.COACH, Audience.PARTNER);
        client.tells(told.event());
        assertThat(client.decided(SharingBlocked.class)).isEmpty();

        ClientHistory other = new ClientHistory().tells(told.event(found(RiskTier.S2)));
        assertThat(other.decided(SharingBlocked.class)).singleElement()
                .satisfies(blocked -> assertThat(blocked.tier()).isEqualTo(RiskTier.S2));
        assertThat(other.offered())
                .allSatisfy(offered -> assertThat(offered.audience()).doesNotContain(Audience.PARTNER));
    }

    @Test
    void opensACaseWithAClockAndALadder() {
        client.tells(consent("coach-1", attune.events.Scope.PULSE))
                .tells(aCheckIn().note("a note").event(found(RiskTier.S2)));
        CaseOpened opened = client.decided(CaseOpened.class).getFirst();
        assertThat(opened.acknowledgeBy()).isEqualTo(client.now().plus(Duration.ofHours(4)));
        assertThat(opened.ladder()).extracting(Rung::kind)
                .containsExactly(RungKind.ASSIGNED, RungKind.BACKUP, RungKind.ON_CALL);
        assertThat(opened.ladder()).extracting(Rung::at)
                .containsExactly(client.now(), client.now().plus(Duration.ofMinutes(80)),
                        client.now().plus(Duration.ofMinutes(160)));
        assertThat(opened.findings()).hasSize(1);

        ClientHistory watched = new ClientHistory().tells(aCheckIn().note("a note").event(found(RiskTier.S1)));
        assertThat(watched.decided(CaseOpened.class)).as("S1 opens none").isEmpty();
    }

    @Test
    void raisesTheOpenCaseAndFollowsTheShorterClock() {
        client.tells(aCheckIn().note("a note").event(found(RiskTier.S2)));
        CaseId caseId = client.decided(CaseOpened.class).getFirst().caseId();

        client.after(Duration.ofHours(1)).tells(aCheckIn().note("a note").event(found(RiskTier.S3)));
        CaseRaised raised = client.decided(CaseRaised.class).getFirst();
        assertThat(client.decided(CaseOpened.class)).isEmpty();
        assertThat(raised.caseId()).isEqualTo(caseId);
        assertThat(raised.renewed()).isTrue();
        assertThat(raised.tier()).isEqualTo(RiskTier.S3);
        assertThat(raised.acknowledgeBy()).isEqualTo(client.now().plus(Duration.ofMinutes(15)));

        client.after(Duration.ofMinutes(5)).tells(aCheckIn().note("a note").event(found(RiskTier.S2)));
        CaseRaised added = client.decided(CaseRaised.class).getFirst();
        assertThat(added.renewed()).isFalse();
        assertThat(added.tier()).isEqualTo(RiskTier.S3);
    }

    @Test
    void asksAnewWhenItComesLongAfterSomebodyLooked() {
        client.tells(aCheckIn().note("a note").event(found(RiskTier.S2)));
        CaseId caseId = client.decided(CaseOpened.class).getFirst().caseId();
        client.isLookedAt(new CaseAcknowledged(caseId, COACH, client.now()));

        client.after(Duration.ofHours(1)).tells(aCheckIn().note("a note").event(found(RiskTier.S2)));
        assertThat(client.decided(CaseRaised.class).getFirst().renewed()).isFalse();
        client.after(Duration.ofHours(9)).tells(aCheckIn().note("a note").event(found(RiskTier.S2)));
        assertThat(client.decided(CaseRaised.class).getFirst().renewed()).isTrue();
    }

    @Test
    void opensAnotherCaseAfterOneWasClosed() {
        client.tells(aCheckIn().note("a note").event(found(RiskTier.S2)));
        CaseId first = client.decided(CaseOpened.class).getFirst().caseId();
        client.isLookedAt(new CaseClosed(first, null, COACH, client.now())).after(DAY)
                .tells(aCheckIn().note("a note").event(found(RiskTier.S2)));
        CaseOpened second = client.decided(CaseOpened.class).getFirst();
        assertThat(second.caseId()).isNotEqualTo(first);
        assertThat(second.findings()).as("also those that nobody looked at before").hasSize(2);
    }

    private TierLowered lowered(RiskTier tier) {
        Instant now = client.now();
        return new TierLowered(null, tier, PrivateText.of("We spoke."), COACH, now);
    }

    private FindingJudged judged(FoundRisk found) {
        return new FindingJudged(CaseId.of("019ab1fa-1180-7c21-b6d4-2e9f5a3c8d05"), found.finding(), found.family(),
                found.tier(), Judgement.IDIOM, COACH, client.now());
    }
}
