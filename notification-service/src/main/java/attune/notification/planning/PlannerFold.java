package attune.notification.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Folded;
import attune.eventlog.folds.Update;
import attune.eventlog.metrics.Stage;
import attune.eventlog.records.Recorded;
import attune.events.Category;
import attune.events.Channel;
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
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.Route;
import attune.events.Ending;
import attune.events.Log;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.Reason;
import attune.events.Subject;
import attune.events.SubjectKind;
import attune.notification.reminders.Care;

/**
 * Plans a notification for each suggestion, and notices of cases for coaches. What is planned stands in the inbox, so that its delivery there has ended
 * with the plan. How the person wants to be reached is not looked at here but when it is due.
 */
public final class PlannerFold implements Fold<CoachingEvent> {

    /** The name of the fold. */
    public static final String NAME = "planner";

    private static final List<Route> ROUTES = List.of(new Route(Channel.PUSH, null), new Route(Channel.EMAIL, null));

    static final DocumentKind<Planned> PLANNED = new DocumentKind<>("planned", Planned.class, new Planned(0));

    private final CaseNotices cases;

    /** With the usual steps for cases. */
    public PlannerFold() {
        this(CaseSteps.DEFAULT);
    }

    public PlannerFold(CaseSteps steps) {
        this.cases = new CaseNotices(steps);
    }

    /** How many notifications were planned for a person. */
    record Planned(long notifications) {}

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
        return List.of(PLANNED, CaseNotices.TOLD, Care.DOCUMENT);
    }

    @Override
    public List<Update<?>> updates(Recorded<CoachingEvent> recorded) {
        List<Update<?>> updates = new ArrayList<>(notices(recorded));
        updates.addAll(Care.updates(recorded));
        return updates;
    }

    @Override
    public List<Update<?>> incomplete(PersonId person) {
        return Care.incomplete(person);
    }

    private List<Update<?>> notices(Recorded<CoachingEvent> recorded) {
        return switch (recorded.event()) {
            case SuggestionOffered offered -> List.of(Update.deciding(PLANNED, recorded.person().value(),
                    before -> new Folded<>(new Planned(before.notifications() + 1), plan(recorded, offered))));
            case CaseOpened opened -> cases.first(recorded, opened.caseId(), opened.ladder());
            case CaseRaised raised when raised.renewed() -> cases.first(recorded, raised.caseId(),
                    raised.ladder());
            case CaseEscalated escalated -> cases.tell(recorded, escalated.caseId(), escalated.to());
            case CaseAcknowledged acknowledged -> CaseNotices.withdraw(recorded, acknowledged.caseId());
            case CaseClosed closed -> CaseNotices.withdraw(recorded, closed.caseId());
            case NothingSuggested _,SuggestionAnswered _,CaseNoted _,CaseRaised _,FindingJudged _,RiskRaised _,SharingBlocked _,SuggestionBlocked _,SuggestionProposed _,TierChanged _,TierLowered _ ->
                List.of();
        };
    }

    private static List<Decision> plan(Recorded<CoachingEvent> recorded, SuggestionOffered offered) {
        NotificationId notification = NotificationId.derivedFrom(recorded.id(), Category.SUGGESTION.wireName());
        return List.of(
                new Decision("notification", new NotificationPlanned(notification, Category.SUGGESTION,
                        new Subject(SubjectKind.SUGGESTION, offered.suggestion().value()), offered.title(),
                        offered.body(), recorded.recordedAt(), offered.expiresAt(), ROUTES,
                        offered.about())),
                new Decision("inbox", new NotificationEnded(notification, Channel.INBOX, Ending.SENT,
                        Reason.DELIVERED, Category.SUGGESTION)));
    }

    @Override
    public Optional<Stage> stageWhenDecided() {
        return Optional.of(Stage.PLANNED);
    }
}
