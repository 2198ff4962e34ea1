package attune.checkin.intake;

import java.time.OffsetDateTime;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.eventlog.append.AppendResult.Appended;
import attune.eventlog.append.AppendResult.Refused;
import attune.eventlog.append.AppendResult.Unknown;
import attune.eventlog.append.EventAppender;
import attune.eventlog.positions.ReadYourWrites;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.JournalEvent;
import attune.events.Position;

/**
 * Takes in what clients say under ids of their own: once, and with an answer only when the log has it. Who sends the
 * same again while the first is under way gets the first's answer. Safe for use by many threads.
 */
@Component
public class Intake {

    static final String SOURCE = "checkin-service";

    private final EventAppender appender;
    private final ReadYourWrites readYourWrites;
    private final Recent recent;
    private final Doubts doubts;
    private final ConcurrentMap<EventId, Mono<?>> underWay = new ConcurrentHashMap<>();

    Intake(EventAppender appender, ReadYourWrites readYourWrites, Recent recent, Doubts doubts) {
        this.appender = appender;
        this.readYourWrites = readYourWrites;
        this.recent = recent;
        this.doubts = doubts;
    }

    /**
     * Takes something in. A {@link attune.http.problems.ProblemException} if the id is taken by another content (409),
     * if the log is away (503), or as the shelf says.
     */
    @SuppressWarnings("unchecked") // an event id is made from the type
    public <E extends JournalEvent> Mono<Taken<E>> take(Said<E> said, Shelf<E> shelf) {
        return Mono.defer(() -> {
            Mono<Taken<E>> mine = settle(said, shelf).doOnTerminate(() -> underWay.remove(said.id())).cache();
            Mono<Taken<E>> other = (Mono<Taken<E>>) underWay.putIfAbsent(said.id(), mine);
            return other == null
                    ? mine.flatMap(taken -> taken.isNew() ? Mono.just(taken) : again(said, taken.kept()))
                    : other.flatMap(taken -> again(said, taken.kept()));
        });
    }

    /** Completes when nothing is under way under this id, or at once. */
    public Mono<Void> settled(EventId id) {
        return Mono.defer(() -> {
            Mono<?> other = underWay.get(id);
            return other == null ? Mono.empty() : other.onErrorComplete().then();
        });
    }

    /**
     * What is kept under the id in the end, whatever it says: others who wait for it may have said something else. What
     * was appended comes first: the fold may pass it while the shelf is asked, but not the other way round.
     */
    private <E extends JournalEvent> Mono<Taken<E>> settle(Said<E> said, Shelf<E> shelf) {
        return Mono.defer(() -> {
            Kept<E> appended = recent.find(said.id());
            return appended != null
                    ? Mono.just(new Taken<>(appended, false))
                    : shelf.find(said)
                            .map(kept -> new Taken<>(kept, false))
                            .switchIfEmpty(Mono.defer(() -> append(said, shelf)));
        });
    }

    private static <E extends JournalEvent> Mono<Taken<E>> again(Said<E> said, Kept<E> kept) {
        return said.sameAs(kept.event(), kept.occurredAt())
                ? Mono.just(new Taken<>(kept, false))
                : Mono.error(IntakeProblems::idTaken);
    }

    private <E extends JournalEvent> Mono<Taken<E>> append(Said<E> said, Shelf<E> shelf) {
        Envelope<E> earlier = doubts.find(said.id());
        boolean differs = earlier != null && !said.sameAs(earlier.event(), earlier.occurredAt());
        Envelope<E> envelope = envelope(said, differs ? null : earlier);
        return appender.append(envelope).flatMap(result -> switch (result) {
            case Appended appended -> {
                doubts.resolve(said.id());
                yield differs
                        ? verdict(said, shelf, appended.position())
                        : Mono.just(accepted(envelope, appended.position()));
            }
            case Refused _ -> Mono.error(IntakeProblems::notNow);
            case Unknown _ -> {
                doubts.add(envelope);
                yield Mono.error(IntakeProblems::notNow);
            }
        });
    }

    /** Who says the same as before without a time means the time of before. */
    private static <E extends JournalEvent> Envelope<E> envelope(Said<E> said, @Nullable Envelope<E> earlier) {
        OffsetDateTime occurredAt = earlier != null ? earlier.occurredAt() : said.occurredAtOrNow();
        return new Envelope<>(said.id(), said.person(), occurredAt, said.receivedAt(), SOURCE, null, null,
                said.event());
    }

    private <E extends JournalEvent> Taken<E> accepted(Envelope<E> envelope, Position position) {
        Kept<E> kept = new Kept<>(envelope.event(), envelope.occurredAt(), position);
        recent.put(envelope.id(), kept);
        return new Taken<>(kept, true);
    }

    /** Something else may have reached the log before: then only the fold knows which was first. */
    private <E extends JournalEvent> Mono<Taken<E>> verdict(Said<E> said, Shelf<E> shelf, Position position) {
        return readYourWrites.await(position)
                .filter(reached -> reached)
                .flatMap(_ -> shelf.find(said))
                .map(kept -> new Taken<>(kept, false))
                .switchIfEmpty(Mono.error(IntakeProblems::notNow));
    }
}
