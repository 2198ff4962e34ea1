package attune.notification.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Folded;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.CaseId;
import attune.events.Category;
import attune.events.Channel;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.NotificationWithdrawn;
import attune.events.DeliveryEvent.Route;
import attune.events.Ending;
import attune.events.Notice;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.events.Reason;
import attune.events.Rung;
import attune.events.Subject;
import attune.events.SubjectKind;
import attune.notification.messages.Messages;
import attune.notification.messages.Words;

/**
 * Tells coaches of cases: in the inbox and the systems of their practice at once, by push and by mail if that is not read
 * in time. Whom a case climbs to is told in the same way. Once somebody acknowledges it, what has not been sent is
 * withdrawn.
 *
 * <p>
 * A notice names nobody and says nothing of what happened.
 */
final class CaseNotices {

    static final DocumentKind<Told> TOLD = new DocumentKind<>("casesTold", Told.class, new Told(List.of()));

    private static final Duration LASTS = Duration.ofDays(2);
    private static final Words WORDS = Messages.notice(Notice.CASE, null);

    private final CaseSteps steps;

    CaseNotices(CaseSteps steps) {
        this.steps = steps;
    }

    /** Who was told of a case that nobody has acknowledged. Document id: {@code person/case}. */
    record Told(List<ToldCoach> notices) {

        Told {
            notices = List.copyOf(notices);
        }
    }

    /** What a coach was told. */
    record ToldCoach(PersonId coach, NotificationId notification) {}

    /** Tells the coaches of the first rung. */
    List<Update<?>> first(Recorded<?> recorded, CaseId caseId, List<Rung> ladder) {
        return ladder.isEmpty() ? List.of() : tell(recorded, caseId, ladder.getFirst().coaches());
    }

    /** Tells these coaches, also those who were told before. */
    List<Update<?>> tell(Recorded<?> recorded, CaseId caseId, List<PersonId> coaches) {
        return List.of(Update.deciding(TOLD, documentId(recorded, caseId), before -> {
            List<ToldCoach> notices = new ArrayList<>(before.notices());
            List<Decision> decisions = new ArrayList<>();
            for (int i = 0; i < coaches.size(); i++) {
                NotificationId id = NotificationId.derivedFrom(recorded.id(), "case/" + i);
                notices.add(new ToldCoach(coaches.get(i), id));
                decisions.addAll(notice(i, coaches.get(i), id, caseId, recorded.recordedAt()));
            }
            return new Folded<>(new Told(notices), decisions);
        }));
    }

    private List<Decision> notice(int number, PersonId coach, NotificationId id, CaseId caseId, Instant now) {
        return List.of(
                new Decision("case/" + number, new NotificationPlanned(id, Category.SAFETY,
                        new Subject(SubjectKind.CASE, caseId.value()), PrivateText.of(WORDS.title()),
                        PrivateText.of(WORDS.body()), now, now.plus(LASTS),
                        List.of(new Route(Channel.WEBHOOK, null), new Route(Channel.PUSH, now.plus(steps.pushAfter())),
                                new Route(Channel.EMAIL, now.plus(steps.emailAfter()))),
                        null, Notice.CASE), coach),
                new Decision("case/" + number + "/inbox", new NotificationEnded(id, Channel.INBOX, Ending.SENT,
                        Reason.DELIVERED, Category.SAFETY), coach));
    }

    /** Withdraws what was told: somebody has taken it on. */
    static List<Update<?>> withdraw(Recorded<?> recorded, CaseId caseId) {
        return List.of(Update.deciding(TOLD, documentId(recorded, caseId), before -> new Folded<>(new Told(List.of()),
                before.notices().stream()
                        .map(notice -> new Decision("withdrawn/" + notice.notification(),
                                new NotificationWithdrawn(notice.notification(), Reason.ACKNOWLEDGED),
                                notice.coach()))
                        .toList())));
    }

    private static String documentId(Recorded<?> recorded, CaseId caseId) {
        return recorded.person().value() + "/" + caseId;
    }
}
