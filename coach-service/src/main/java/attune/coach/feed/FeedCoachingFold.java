package attune.coach.feed;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import attune.coach.feed.Reference.Holder;
import attune.coach.months.Month;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Update;
import attune.eventlog.metrics.Stage;
import attune.eventlog.records.Recorded;
import attune.events.Audience;
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

/** Keeps the suggestions whose cause is shared with coaches, and their answers, for the feed. */
public final class FeedCoachingFold implements Fold<CoachingEvent> {

    @Override
    public String name() {
        return "feedCoaching";
    }

    @Override
    public Log log() {
        return Log.COACHING;
    }

    @Override
    public List<DocumentKind<?>> documents() {
        return List.of(FeedDocuments.SUGGESTIONS, FeedDocuments.SAFETY, FeedDocuments.COACHING_MONTHS);
    }

    @Override
    public List<Update<?>> updates(Recorded<CoachingEvent> recorded) {
        return switch (recorded.event()) {
            case SuggestionOffered offered when offered.audience().contains(Audience.COACH) -> {
                SuggestionItem item = SuggestionItem.of(recorded, offered);
                yield updates(recorded, offered.suggestion().value(), document -> document.offered(item));
            }
            case SuggestionAnswered answered -> {
                AnswerItem item = AnswerItem.of(recorded, answered);
                yield updates(recorded, answered.suggestion().value(), document -> document.with(item));
            }
            case TierChanged _,SuggestionBlocked _,CaseOpened _,CaseRaised _,CaseEscalated _,CaseAcknowledged _,CaseClosed _ ->
                safety(recorded);
            case SuggestionOffered _,NothingSuggested _,CaseNoted _,FindingJudged _,RiskRaised _,SharingBlocked _,SuggestionProposed _,TierLowered _ ->
                List.of();
        };
    }

    private static List<Update<?>> updates(Recorded<?> recorded, UUID suggestion,
            UnaryOperator<FeedDocuments.SuggestionDocument> change) {
        return List.of(
                Update.of(FeedDocuments.SUGGESTIONS, FeedDocuments.id(recorded.person(), suggestion), change),
                listed(recorded, new Reference(Holder.SUGGESTION, suggestion)));
    }

    private static List<Update<?>> safety(Recorded<CoachingEvent> recorded) {
        UUID document = SafetyItem.document(recorded.event()).orElseThrow();
        SafetyItem item = SafetyItem.of(recorded, recorded.event()).orElseThrow();
        return List.of(
                Update.of(FeedDocuments.SAFETY, FeedDocuments.id(recorded.person(), document),
                        before -> before.with(item)),
                listed(recorded, new Reference(Holder.SAFETY, document)));
    }

    private static Update<Month> listed(Recorded<?> recorded, Reference reference) {
        return Update.of(FeedDocuments.COACHING_MONTHS, Month.id(recorded.person(), recorded.recordedAt()),
                month -> month.with(reference.entry(recorded)));
    }

    @Override
    public Optional<Stage> stageWhenApplied() {
        return Optional.of(Stage.FEED);
    }
}
