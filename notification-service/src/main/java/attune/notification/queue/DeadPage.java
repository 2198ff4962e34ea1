package attune.notification.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.Category;
import attune.events.Cause;
import attune.events.Channel;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationRedriven;
import attune.events.Ending;
import attune.events.EventId;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.Position;
import attune.events.Reason;

/**
 * The deliveries that ended dead in one stretch of one partition of the log. Document id: {@code partition/page}. The
 * page follows from where the end stands, so that it cannot grow without bounds.
 *
 * @param dead in the order of the log
 */
public record DeadPage(List<Dead> dead) {

    public static final DocumentKind<DeadPage> DOCUMENT = new DocumentKind<>("dead", DeadPage.class,
            new DeadPage(List.of()));

    private static final int OFFSETS = 2_000;

    public DeadPage {
        dead = List.copyOf(dead);
    }

    /**
     * A delivery that ended dead.
     *
     * @param end the event that ended it
     * @param position where that event stands
     * @param redriven by whom and when it was planned again; null if it was not
     */
    public record Dead(EventId end, Position position, PersonId person, NotificationId notification, Channel channel,
            Category category, Reason reason, Instant at, @Nullable Redriven redriven) {

        /** What names it to operators. */
        public String id() {
            return position.partition() + "-" + position.offset();
        }
    }

    /** An operator had it planned again. */
    public record Redriven(PersonId by, Instant at) {}

    public static String documentId(Position position) {
        return documentId(position.partition(), position.offset() / OFFSETS);
    }

    public static String documentId(int partition, long page) {
        return partition + "/" + page;
    }

    /** What the end of a delivery changes here. */
    public static List<Update<?>> ended(Recorded<DeliveryEvent> recorded, NotificationEnded ended) {
        if (ended.ending() != Ending.DEAD) {
            return List.of();
        }
        Position position = recorded.position();
        Dead one = new Dead(recorded.id(), position, recorded.person(), ended.notification(), ended.channel(),
                Objects.requireNonNullElse(ended.category(), Category.UNKNOWN), ended.reason(), recorded.recordedAt(),
                null);
        return List.of(
                Update.of(DOCUMENT, documentId(position), page -> page.with(one)),
                Update.of(DeadPages.DOCUMENT, Integer.toString(position.partition()),
                        pages -> pages.with(position.offset() / OFFSETS)));
    }

    /** What it changes here that an operator had something planned again. */
    public static List<Update<?>> redriven(Recorded<DeliveryEvent> recorded) {
        Cause cause = recorded.envelope().cause();
        if (cause == null || !(recorded.event() instanceof NotificationRedriven redriven)
                || cause.position().partition() != recorded.position().partition()) {
            return List.of();
        }
        Redriven how = new Redriven(redriven.by(), recorded.recordedAt());
        return List.of(Update.of(DOCUMENT, documentId(cause.position()), page -> page.redriven(cause.id(), how)));
    }

    private DeadPage with(Dead one) {
        if (dead.stream().anyMatch(other -> other.end().equals(one.end()))) {
            return this;
        }
        List<Dead> more = new ArrayList<>(dead);
        more.add(one);
        return new DeadPage(more);
    }

    private DeadPage redriven(EventId end, Redriven how) {
        return new DeadPage(dead.stream()
                .map(one -> one.end().equals(end) && one.redriven() == null
                        ? new Dead(one.end(), one.position(), one.person(), one.notification(), one.channel(),
                                one.category(), one.reason(), one.at(), how)
                        : one)
                .toList());
    }
}
