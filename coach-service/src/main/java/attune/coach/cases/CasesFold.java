package attune.coach.cases;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import attune.coach.cases.CoachCases.Entry;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.CaseId;
import attune.events.CoachingEvent;
import attune.events.CoachingEvent.CaseAcknowledged;
import attune.events.CoachingEvent.CaseClosed;
import attune.events.CoachingEvent.CaseEscalated;
import attune.events.CoachingEvent.CaseNoted;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.CoachingEvent.CaseRaised;
import attune.events.CoachingEvent.FindingJudged;
import attune.events.CoachingEvent.NothingSuggested;
import attune.events.CoachingEvent.RiskRaised;
import attune.events.CoachingEvent.SharingBlocked;
import attune.events.CoachingEvent.SuggestionAnswered;
import attune.events.CoachingEvent.SuggestionBlocked;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.CoachingEvent.SuggestionProposed;
import attune.events.CoachingEvent.TierChanged;
import attune.events.CoachingEvent.TierLowered;
import attune.events.Log;

/** Keeps the cases, who has a part in them, which are open, and what is counted of all this. */
public final class CasesFold implements Fold<CoachingEvent> {

    /** The name of the fold. */
    public static final String NAME = "cases";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Log log() {
        return Log.COACHING;
    }

    @Override
    public List<DocumentKind<?>> documents() {
        return List.of(CaseDocument.KIND, CoachCases.KIND, OpenCases.KIND, SafetyTally.KIND, FamilyVerdicts.KIND);
    }

    @Override
    public List<Update<?>> updates(Recorded<CoachingEvent> recorded) {
        int partition = recorded.position().partition();
        return switch (recorded.event()) {
            case CaseOpened opened -> all(
                    Stream.of(in(recorded, opened.caseId(), one -> one.after(recorded.person(), opened)),
                            open(partition, all -> all.after(recorded.person(), opened))),
                    CoachCases.on(opened.ladder()).map(coach -> Update.of(CoachCases.KIND,
                            CoachCases.id(coach, partition), known -> known.with(
                                    new Entry(opened.openedAt(), opened.caseId(), recorded.person())))));
            case CaseRaised raised -> all(
                    Stream.of(in(recorded, raised.caseId(), one -> one.after(raised)),
                            open(partition, all -> all.after(raised))),
                    CoachCases.on(raised.ladder()).map(coach -> Update.of(CoachCases.KIND,
                            CoachCases.id(coach, partition), known -> known.with(
                                    new Entry(raised.raisedAt(), raised.caseId(), recorded.person())))));
            case CaseEscalated escalated -> List.of(in(recorded, escalated.caseId(), one -> one.after(escalated)),
                    open(partition, all -> all.after(escalated)));
            case CaseAcknowledged acknowledged -> List.of(
                    in(recorded, acknowledged.caseId(), one -> one.after(acknowledged)),
                    open(partition, all -> all.after(acknowledged)));
            case CaseClosed closed -> List.of(in(recorded, closed.caseId(), one -> one.after(closed)),
                    open(partition, all -> all.after(closed)));
            case CaseNoted noted -> List.of(in(recorded, noted.caseId(), one -> one.after(noted)));
            case FindingJudged judged -> List.of(in(recorded, judged.caseId(), one -> one.after(judged)),
                    Update.of(FamilyVerdicts.KIND, FamilyVerdicts.id(partition, judged.family()),
                            verdicts -> verdicts.after(judged)));
            case TierLowered lowered when lowered.caseId() != null ->
                List.of(in(recorded, lowered.caseId(), one -> one.after(lowered)));
            case TierChanged changed -> List.of(Update.of(SafetyTally.KIND, String.valueOf(partition),
                    tally -> tally.after(changed)));
            case TierLowered _,RiskRaised _,SharingBlocked _,SuggestionBlocked _,SuggestionProposed _,SuggestionOffered _,NothingSuggested _,SuggestionAnswered _ ->
                List.of();
        };
    }

    private static Update<CaseDocument> in(Recorded<?> recorded, CaseId caseId, UnaryOperator<CaseDocument> change) {
        return Update.of(CaseDocument.KIND, CaseDocument.id(recorded.person(), caseId), change);
    }

    private static Update<OpenCases> open(int partition, UnaryOperator<OpenCases> change) {
        return Update.of(OpenCases.KIND, String.valueOf(partition), change);
    }

    private static List<Update<?>> all(Stream<? extends Update<?>> some, Stream<? extends Update<?>> more) {
        return Stream.<Update<?>>concat(some, more).toList();
    }
}
