package attune.coach.suggestions;

import java.util.List;

import attune.coach.months.Month;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
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

/** Keeps each client's suggestions with their answers. */
public final class SuggestionsFold implements Fold<CoachingEvent> {

    static final DocumentKind<Month> MONTHS = new DocumentKind<>("suggestionMonths", Month.class, Month.EMPTY);

    @Override
    public String name() {
        return "suggestions";
    }

    @Override
    public Log log() {
        return Log.COACHING;
    }

    @Override
    public List<DocumentKind<?>> documents() {
        return List.of(SuggestionDocument.KIND, MONTHS, WaitingSuggestions.KIND);
    }

    @Override
    public List<Update<?>> updates(Recorded<CoachingEvent> recorded) {
        return switch (recorded.event()) {
            case SuggestionOffered offered -> List.of(
                    Update.of(SuggestionDocument.KIND,
                            SuggestionDocument.id(recorded.person(), offered.suggestion()),
                            document -> document.after(offered)),
                    Update.of(MONTHS, Month.id(recorded.person(), offered.offeredAt()),
                            month -> month.with(entry(offered))),
                    Update.of(WaitingSuggestions.KIND, recorded.person().value(),
                            waiting -> waiting.after(offered, recorded.recordedAt())));
            case SuggestionAnswered answered -> List.of(
                    Update.of(SuggestionDocument.KIND,
                            SuggestionDocument.id(recorded.person(), answered.suggestion()),
                            document -> document.after(answered, recorded.recordedAt())),
                    Update.of(WaitingSuggestions.KIND, recorded.person().value(),
                            waiting -> waiting.after(answered)));
            case NothingSuggested _,CaseAcknowledged _,CaseClosed _,CaseEscalated _,CaseNoted _,CaseOpened _,CaseRaised _,FindingJudged _,RiskRaised _,SharingBlocked _,SuggestionBlocked _,SuggestionProposed _,TierChanged _,TierLowered _ ->
                List.of();
        };
    }

    private static Month.Entry entry(SuggestionOffered offered) {
        String id = offered.suggestion().toString();
        return new Month.Entry(offered.offeredAt(), id, id);
    }
}
