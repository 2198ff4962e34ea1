package attune.notification.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Folded;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.Category;
import attune.events.Channel;
import attune.events.ConflictId;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.NotificationWithdrawn;
import attune.events.DeliveryEvent.Route;
import attune.events.Ending;
import attune.events.EntryKind;
import attune.events.JournalEvent;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.Log;
import attune.events.Notice;
import attune.events.NotificationId;
import attune.events.PrivateText;
import attune.events.Reason;
import attune.events.Subject;
import attune.events.SubjectKind;
import attune.notification.messages.Messages;
import attune.notification.messages.Words;

/**
 * Keeps the appointment at the end of a time-out: it stands in the inbox at once and comes to the phone when the time is
 * over. Another time-out replaces it; when the conflict is resolved there is nothing to come back to.
 */
public final class TimeOutFold implements Fold<JournalEvent> {

    /** The name of the fold. */
    public static final String NAME = "timeOuts";

    static final DocumentKind<Agreed> AGREED = new DocumentKind<>("timeOuts", Agreed.class, new Agreed(List.of()));

    private static final Duration LASTS = Duration.ofHours(2);
    private static final Words WORDS = Messages.notice(Notice.TIME_OUT, null);

    /** The appointments of one conflict that may still come. Document id: {@code person/conflict}. */
    record Agreed(List<NotificationId> appointments) {

        Agreed {
            appointments = List.copyOf(appointments);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Log log() {
        return Log.JOURNAL;
    }

    @Override
    public List<DocumentKind<?>> documents() {
        return List.of(AGREED);
    }

    @Override
    public List<Update<?>> updates(Recorded<JournalEvent> recorded) {
        return recorded.event() instanceof ConflictEntryAdded entry ? entry(recorded, entry) : List.of();
    }

    private static List<Update<?>> entry(Recorded<JournalEvent> recorded, ConflictEntryAdded entry) {
        Integer minutes = entry.minutes();
        if (entry.kind() == EntryKind.TIME_OUT && minutes != null) {
            Instant back = recorded.occurredAt().toInstant().plus(Duration.ofMinutes(minutes));
            return List.of(change(recorded, entry.conflict(), before -> agree(recorded, entry, before, back)));
        }
        return entry.kind() == EntryKind.RESOLVED
                ? List.of(change(recorded, entry.conflict(),
                        before -> new Folded<>(new Agreed(List.of()), withdrawn(before))))
                : List.of();
    }

    private static Update<Agreed> change(Recorded<?> recorded, ConflictId conflict,
            Function<Agreed, Folded<Agreed>> change) {
        return Update.deciding(AGREED, recorded.person().value() + "/" + conflict, change);
    }

    private static Folded<Agreed> agree(Recorded<?> recorded, ConflictEntryAdded entry, Agreed before, Instant back) {
        NotificationId id = NotificationId.derivedFrom(recorded.id(), Category.APPOINTMENT.wireName());
        Instant now = recorded.recordedAt();
        Instant until = (back.isAfter(now) ? back : now).plus(LASTS);
        Subject conflict = new Subject(SubjectKind.CONFLICT, entry.conflict().value());
        List<Decision> decisions = new ArrayList<>(withdrawn(before));
        decisions.add(new Decision("appointment", new NotificationPlanned(id, Category.APPOINTMENT,
                new Subject(SubjectKind.REMINDER, entry.entry().value()), PrivateText.of(WORDS.title()),
                PrivateText.of(WORDS.body()), now, until, List.of(new Route(Channel.PUSH, back)), conflict,
                Notice.TIME_OUT)));
        decisions.add(new Decision("appointment/inbox", new NotificationEnded(id, Channel.INBOX, Ending.SENT,
                Reason.DELIVERED, Category.APPOINTMENT)));
        return new Folded<>(new Agreed(List.of(id)), decisions);
    }

    private static List<Decision> withdrawn(Agreed before) {
        return before.appointments().stream()
                .map(id -> new Decision("withdrawn/" + id, new NotificationWithdrawn(id, Reason.REPLACED)))
                .toList();
    }
}
