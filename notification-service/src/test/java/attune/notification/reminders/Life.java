package attune.notification.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Folded;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.CoachingEvent;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.ReminderDropped;
import attune.events.DeliveryEvent.ReminderFired;
import attune.events.DeliveryEvent.ReminderSet;
import attune.events.Envelope;
import attune.events.Event;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.JournalEvent;
import attune.events.PersonId;
import attune.events.Position;
import attune.notification.reminders.ReminderPlan.Drop;
import attune.notification.reminders.ReminderPlan.Fire;
import attune.notification.reminders.ReminderPlan.Move;
import attune.notification.reminders.Timers.Timer;

/** One person's life with reminders, on a clock that is moved: through the real folds and the real planner. */
final class Life {

    private static final String SHARD = "0/0";

    private final Map<String, Record> documents = new HashMap<>();
    private final ReminderPlanner planner = new ReminderPlanner(3, 5);
    final List<ReminderFired> fired = new ArrayList<>();
    final List<Instant> firedAt = new ArrayList<>();
    final List<DeliveryEvent> decided = new ArrayList<>();
    private final PersonId person;
    private int events;
    Instant now;

    Life(Instant begins) {
        this(PersonId.of("anna"), begins);
    }

    Life(PersonId person, Instant begins) {
        this.person = person;
        this.now = begins;
    }

    void says(JournalEvent event) {
        says(event, now);
    }

    void says(JournalEvent event, Instant happened) {
        EventId id = new EventId(new UUID(1, events++));
        Rhythm.updates(recorded(id, event, happened)).forEach(update -> change(update, id));
    }

    void coaches(CoachingEvent event) {
        EventId id = new EventId(new UUID(2, events++));
        Care.updates(recorded(id, event, now)).forEach(update -> change(update, id));
    }

    /** Lets time pass, a minute at a time. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plus(Duration.ofMinutes(1));
            look();
        }
    }

    /** Nothing runs for so long. */
    void outage(Duration time) {
        now = now.plus(time);
        look();
    }

    List<Timer> timers() {
        return ((Timers) documents.getOrDefault("timers/" + SHARD, Timers.DOCUMENT.initial())).timers();
    }

    List<NotificationPlanned> planned() {
        return decided.stream().filter(NotificationPlanned.class::isInstance).map(NotificationPlanned.class::cast)
                .toList();
    }

    private void look() {
        for (Timer timer : timers()) {
            ReminderPlan plan = planner.plan(timer, find(Rhythm.DOCUMENT), find(Care.DOCUMENT), now);
            Instant at = timer.at();
            switch (plan) {
                case Fire(Instant next) when at != null -> {
                    ReminderFired event = new ReminderFired(timer.kind(), timer.about(), at, next);
                    fired.add(event);
                    firedAt.add(now);
                    append(Timers.firing(timer.set()), event);
                }
                case Move(Instant to, int unanswered) -> append(EventId.derivedFrom(timer.set(), "not-fired"),
                        new ReminderSet(timer.kind(), timer.about(), to, unanswered));
                case Drop(var reason) -> append(EventId.derivedFrom(timer.set(), "not-fired"),
                        new ReminderDropped(timer.kind(), timer.about(), reason));
                default -> {
                }
            }
        }
    }

    private void append(EventId id, DeliveryEvent event) {
        decided.add(event);
        change(Timers.update(recorded(id, event, now), SHARD), id);
    }

    private <E extends Event> Recorded<E> recorded(EventId id, E event, Instant happened) {
        return new Recorded<>(new Position(EventType.of(event).log(), 0, events),
                new Envelope<>(id, person, happened.atOffset(ZoneOffset.UTC), now, "test", null, null, event));
    }

    @SuppressWarnings("unchecked")
    private <S extends Record> void change(Update<S> update, EventId cause) {
        String key = update.kind().collection() + "/" + update.id();
        Folded<S> after = update.change().apply((S) documents.getOrDefault(key, update.kind().initial()));
        documents.put(key, after.state());
        for (Decision decision : after.decisions()) {
            append(EventId.derivedFrom(cause, decision.rule()), (DeliveryEvent) decision.event());
        }
    }

    @SuppressWarnings("unchecked")
    private <S extends Record> S find(DocumentKind<S> kind) {
        @Nullable
        Record found = documents.get(kind.collection() + "/" + person.value());
        return found == null ? kind.initial() : (S) found;
    }
}
