package attune.notification.reminders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Folded;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.Category;
import attune.events.Channel;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.ReminderDropped;
import attune.events.DeliveryEvent.ReminderFired;
import attune.events.DeliveryEvent.ReminderSet;
import attune.events.DeliveryEvent.Route;
import attune.events.Ending;
import attune.events.EventId;
import attune.events.Notice;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.Position;
import attune.events.PrivateText;
import attune.events.Reason;
import attune.events.ReminderKind;
import attune.events.Subject;
import attune.events.SubjectKind;
import attune.notification.messages.Messages;
import attune.notification.messages.Words;

/**
 * The timers of all people of one shard of one partition. Document id: {@code partition/shard}, as for what waits to be
 * delivered.
 */
public record Timers(List<Timer> timers) {

    public static final DocumentKind<Timers> DOCUMENT = new DocumentKind<>("timers", Timers.class,
            new Timers(List.of()));

    private static final List<Route> ROUTES = List.of(new Route(Channel.PUSH, null), new Route(Channel.EMAIL, null));

    public Timers {
        timers = List.copyOf(timers);
    }

    /**
     * A timer.
     *
     * @param about what it comes back to; null if it is about nothing in particular
     * @param at when it is looked at; null if it rests until it is set again
     * @param set the event that set it
     * @param position where that event stands
     * @param unanswered how many came in vain
     * @param fired when it last fired, if it has
     */
    public record Timer(PersonId person, ReminderKind kind, @Nullable Subject about, @Nullable Instant at, EventId set,
            Position position, int unanswered, @Nullable Instant fired) {

        boolean is(PersonId other, ReminderKind ofKind, @Nullable Subject of) {
            return person.equals(other) && kind == ofKind && Objects.equals(about, of);
        }
    }

    /** The id of the firing of the timer that an event has set: there is one for each. */
    public static EventId firing(EventId set) {
        return EventId.derivedFrom(set, "fired");
    }

    /** The notification that comes of a firing. */
    public static NotificationId notification(EventId firing) {
        return NotificationId.derivedFrom(firing, Category.REMINDER.wireName());
    }

    /** What an event changes in the document with this id. */
    public static Update<Timers> update(Recorded<DeliveryEvent> recorded, String documentId) {
        return Update.deciding(DOCUMENT, documentId, before -> switch (recorded.event()) {
            case ReminderSet set -> Folded.of(before.set(recorded, set));
            case ReminderFired fired -> before.fired(recorded, fired);
            case ReminderDropped dropped -> Folded.of(before.dropped(recorded, dropped));
            default -> Folded.of(before);
        });
    }

    private Timers set(Recorded<?> recorded, ReminderSet set) {
        Timer before = find(recorded.person(), set.kind(), set.about());
        return with(new Timer(recorded.person(), set.kind(), set.about(), set.at(), recorded.id(),
                recorded.position(), set.unanswered(), before == null ? null : before.fired()));
    }

    /** A firing of what is no longer set so is one of two instances that did not know of each other: the first counts. */
    private Folded<Timers> fired(Recorded<?> recorded, ReminderFired fired) {
        Timer before = find(recorded.person(), fired.kind(), fired.about());
        if (before == null || !fired.at().equals(before.at())) {
            return Folded.of(this);
        }
        Timer after = new Timer(before.person(), before.kind(), before.about(), fired.next(), recorded.id(),
                recorded.position(), before.unanswered() + 1, recorded.recordedAt());
        return new Folded<>(fired.kind() == ReminderKind.FOLLOW_UP ? without(before) : with(after),
                plan(recorded, fired));
    }

    /** Of a timer for check-ins it is kept when it last fired: it must not fire twice on a day, however often it is set. */
    private Timers dropped(Recorded<?> recorded, ReminderDropped dropped) {
        Timer before = find(recorded.person(), dropped.kind(), dropped.about());
        if (before == null) {
            return this;
        }
        return before.kind() == ReminderKind.FOLLOW_UP || before.fired() == null
                ? without(before)
                : with(new Timer(before.person(), before.kind(), before.about(), null, recorded.id(),
                        recorded.position(), 0, before.fired()));
    }

    private static List<Decision> plan(Recorded<?> recorded, ReminderFired fired) {
        NotificationId id = notification(recorded.id());
        Notice notice = notice(fired);
        Words words = Messages.notice(notice, null);
        Subject about = fired.about() == null
                ? new Subject(SubjectKind.REMINDER, recorded.id().value())
                : fired.about();
        return List.of(
                new Decision("reminder", new NotificationPlanned(id, Category.REMINDER, about,
                        PrivateText.of(words.title()), PrivateText.of(words.body()), recorded.recordedAt(),
                        fired.at().plus(Rhythm.useful(fired.kind())), ROUTES,
                        fired.about(), notice)),
                new Decision("reminder/inbox", new NotificationEnded(id, Channel.INBOX, Ending.SENT,
                        Reason.DELIVERED, Category.REMINDER)));
    }

    private static Notice notice(ReminderFired fired) {
        if (fired.kind() == ReminderKind.FOLLOW_UP) {
            return Notice.FOLLOW_UP;
        }
        return fired.next() == null ? Notice.LAST_CHECK_IN : Notice.CHECK_IN;
    }

    private @Nullable Timer find(PersonId person, ReminderKind kind, @Nullable Subject about) {
        return timers.stream().filter(timer -> timer.is(person, kind, about)).findFirst().orElse(null);
    }

    private Timers with(Timer timer) {
        List<Timer> more = new ArrayList<>(timers);
        more.removeIf(other -> other.is(timer.person(), timer.kind(), timer.about()));
        more.add(timer);
        return new Timers(more);
    }

    private Timers without(Timer timer) {
        List<Timer> fewer = new ArrayList<>(timers);
        fewer.remove(timer);
        return new Timers(fewer);
    }
}
