package attune.coach.cases;

import java.util.List;
import java.util.stream.Stream;

import attune.eventlog.documents.DocumentKind;
import attune.events.CoachingEvent.FindingJudged;
import attune.events.FindingId;
import attune.events.Judgement;
import attune.events.RiskFamily;
import attune.events.RiskTier;

/**
 * What coaches made of the findings of one family in one partition. Document id: partition and family, such as {@code
 * 7/hopeless}.
 *
 * @param verdicts at most {@value #MOST}, of more than that the latest
 */
record FamilyVerdicts(List<One> verdicts) {

    static final DocumentKind<FamilyVerdicts> KIND = new DocumentKind<>("familyVerdicts", FamilyVerdicts.class,
            new FamilyVerdicts(List.of()));

    private static final int MOST = 2_000;

    FamilyVerdicts {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * The verdict in force on a finding.
     *
     * @param raised whether the rules took it for a danger; else they passed over it or did not see it
     */
    record One(FindingId finding, boolean raised, Judgement verdict) {

        /** A danger that was raised. */
        boolean isHit() {
            return raised && verdict == Judgement.TRUE;
        }

        /** Raised, and no danger. */
        boolean isFalseAlarm() {
            return raised && verdict != Judgement.TRUE && verdict != Judgement.MISSED;
        }

        /** A danger that was not raised. */
        boolean isMiss() {
            return verdict == Judgement.MISSED || (!raised && verdict == Judgement.TRUE);
        }
    }

    static String id(int partition, RiskFamily family) {
        return partition + "/" + family.wireName();
    }

    FamilyVerdicts after(FindingJudged judged) {
        One one = new One(judged.finding(), judged.tier() != RiskTier.S0, judged.verdict());
        List<One> more = Stream.concat(verdicts.stream().filter(known -> !known.finding().equals(one.finding())),
                Stream.of(one)).toList();
        return new FamilyVerdicts(more.subList(Math.max(0, more.size() - MOST), more.size()));
    }
}
