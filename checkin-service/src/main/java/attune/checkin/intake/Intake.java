package attune.checkin.intake;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.eventlog.append.AppendResult.Appended;
import attune.eventlog.append.AppendResult.Refused;
import attune.eventlog.append.AppendResult.Unknown;
import attune.eventlog.append.EventAppender;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.JournalEvent;
import attune.http.problems.ProblemKind;

/**
 * Takes in what clients say under ids of their own: once, and with an answer only when the log has it. Who sends the
 * same again while the first is under way gets the first's answer. Safe for use by many threads.
 */
@Component
public class Intake {

    /** Another content under the same id: 409. */
    static final ProblemKind ID_TAKEN = new ProblemKind("id-taken", HttpStatus.CONFLICT, "This id is taken");
    /** The log is away: 503. */
    static final ProblemKind NOT_NOW = new ProblemKind("not-now", HttpStatus.SERVICE_UNAVAILABLE,
            "This cannot be taken in right now");

    private final EventAppender appender;
    private final Recent recent;
    private final ConcurrentMap<EventId, Flight<?>> flights = new ConcurrentHashMap<>();

    Intake(EventAppender appender, Recent recent) {
        this.appender = appender;
        this.recent = recent;
    }

    /**
     * Takes something in. A {@link attune.http.problems.ProblemException} if the id is taken by another content (409),
     * if the log is away (503), or as the shelf says.
     */
    @SuppressWarnings("unchecked") // an event id is made from the type
    public <E extends JournalEvent> Mono<Taken<E>> take(Said<E> said, Shelf<E> shelf) {
        return Mono.defer(() -> {
            Flight<E> mine = new Flight<>(settle(said, shelf)
                    .doFinally(_ -> flights.remove(said.id()))
                    .cache());
            Flight<E> other = (Flight<E>) flights.putIfAbsent(said.id(), mine);
            return other == null ? mine.outcome() : other.outcome().flatMap(taken -> again(said, taken.kept()));
        });
    }

    private <E extends JournalEvent> Mono<Taken<E>> settle(Said<E> said, Shelf<E> shelf) {
        return Mono.defer(() -> {
            Kept<E> appended = recent.find(said.id());
            return appended != null
                    ? again(said, appended)
                    : shelf.find(said)
                            .flatMap(kept -> again(said, kept))
                            .switchIfEmpty(Mono.defer(() -> append(said)));
        });
    }

    private static <E extends JournalEvent> Mono<Taken<E>> again(Said<E> said, Kept<E> kept) {
        return said.sameAs(kept.event(), kept.occurredAt())
                ? Mono.just(new Taken<>(kept, false))
                : Mono.error(() -> ID_TAKEN.problem(
                        "Nothing was changed. You have sent something else under this id before; use a new id."));
    }

    private <E extends JournalEvent> Mono<Taken<E>> append(Said<E> said) {
        OffsetDateTime occurredAt = said.occurredAtOrNow();
        Envelope<E> envelope = new Envelope<>(said.id(), said.person(), occurredAt, said.receivedAt(),
                "checkin-service", null, null, said.event());
        return appender.append(envelope).flatMap(result -> switch (result) {
            case Appended appended -> {
                Kept<E> kept = new Kept<>(said.event(), envelope.occurredAt(), appended.position());
                recent.put(said.id(), kept);
                yield Mono.just(new Taken<>(kept, true));
            }
            case Refused _,Unknown _ -> Mono.error(() -> NOT_NOW.problem(
                    "Keep it and send it again under the same id. That is safe, even if it did arrive.")
                    .retryAfter(Duration.ofSeconds(1)));
        });
    }

    private record Flight<E extends JournalEvent>(Mono<Taken<E>> outcome) {}
}
