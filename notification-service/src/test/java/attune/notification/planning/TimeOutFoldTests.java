package attune.notification.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import attune.eventlog.folds.Folded;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.Channel;
import attune.events.ConflictId;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.NotificationWithdrawn;
import attune.events.DeliveryEvent.Route;
import attune.events.EntryId;
import attune.events.EntryKind;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.JournalEvent;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.Log;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.Position;

import static org.assertj.core.api.Assertions.assertThat;

class TimeOutFoldTests {

    private static final Instant NOW = Instant.parse("2026-11-23T20:31:07Z");
    private static final Duration OFFLINE = Duration.ofMinutes(5);

    private final TimeOutFold fold = new TimeOutFold();
    private TimeOutFold.Agreed agreed = TimeOutFold.AGREED.initial();
    private int events;

    @Test
    void comesBackWhenTheTimeIsOverCountedFromWhenItBegan() {
        NotificationPlanned planned = planned(entry(EntryKind.TIME_OUT, 20));

        assertThat(planned.routes()).containsExactly(
                new Route(Channel.PUSH, NOW.minus(OFFLINE).plus(Duration.ofMinutes(20))));
        assertThat(planned.expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(135)));
        assertThat(planned.title().value()).isEqualTo("Your time-out");
    }

    @Test
    void isReplacedByTheNextAndEndsWithTheConflict() {
        NotificationId first = planned(entry(EntryKind.TIME_OUT, 20)).notification();
        List<DeliveryEvent> second = entry(EntryKind.TIME_OUT, 40);
        List<DeliveryEvent> resolved = entry(EntryKind.RESOLVED, null);

        assertThat(withdrawn(second)).containsExactly(first);
        assertThat(withdrawn(resolved)).containsExactly(planned(second).notification());
        assertThat(entry(EntryKind.RESOLVED, null)).isEmpty();
    }

    @Test
    void asksNothingOfWhoDidNotSayForHowLong() {
        assertThat(entry(EntryKind.TIME_OUT, null)).isEmpty();
        assertThat(entry(EntryKind.NOTE, null)).isEmpty();
    }

    private List<DeliveryEvent> entry(EntryKind kind, @Nullable Integer minutes) {
        JournalEvent event = new ConflictEntryAdded(new ConflictId(new UUID(1, 1)), new EntryId(new UUID(2, events)),
                kind, minutes, null, null, null, null, null);
        Recorded<JournalEvent> recorded = new Recorded<>(new Position(Log.JOURNAL, 0, events),
                new Envelope<>(new EventId(new UUID(3, events++)), PersonId.of("anna"),
                        NOW.minus(OFFLINE).atOffset(ZoneOffset.ofHours(1)), NOW, "test", null, null, event));
        List<DeliveryEvent> decided = new ArrayList<>();
        for (Update<?> update : fold.updates(recorded)) {
            Folded<?> after = change(update);
            after.decisions().forEach(decision -> decided.add((DeliveryEvent) decision.event()));
        }
        return decided;
    }

    @SuppressWarnings("unchecked")
    private Folded<TimeOutFold.Agreed> change(Update<?> update) {
        Folded<TimeOutFold.Agreed> after = ((Update<TimeOutFold.Agreed>) update).change().apply(agreed);
        agreed = after.state();
        return after;
    }

    private static NotificationPlanned planned(List<DeliveryEvent> events) {
        return events.stream()
                .filter(NotificationPlanned.class::isInstance)
                .map(NotificationPlanned.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<NotificationId> withdrawn(List<DeliveryEvent> events) {
        return events.stream()
                .filter(NotificationWithdrawn.class::isInstance)
                .map(event -> ((NotificationWithdrawn) event).notification())
                .toList();
    }
}
