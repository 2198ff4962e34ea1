package attune.checkin.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import reactor.core.publisher.Mono;

import attune.checkin.intake.IntakeProblems;
import attune.checkin.intake.Kept;
import attune.checkin.intake.Recent;
import attune.eventlog.append.AppendResult.Appended;
import attune.eventlog.append.EventAppender;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.JournalEvent;
import attune.events.PersonId;

/**
 * What people want in one matter: the latest counts, and it is replaced as a whole. In one instance the changes of one
 * person come one after the other; between instances the later one on the log wins. Safe for use by many threads.
 */
final class Wishes<E extends JournalEvent> {

    private final E nothing;
    private final EventType type;
    private final Function<PersonId, Mono<Wish<E>>> folded;
    private final EventAppender appender;
    private final Recent recent;
    private final ConcurrentMap<PersonId, Mono<Wish<E>>> underWay = new ConcurrentHashMap<>();

    /**
     * Wishes in one matter.
     *
     * @param nothing what holds before a person has said anything
     * @param folded what the documents hold; empty if they hold nothing
     */
    Wishes(E nothing, Function<PersonId, Mono<Wish<E>>> folded, EventAppender appender, Recent recent) {
        this.nothing = nothing;
        this.type = EventType.of(nothing);
        this.folded = folded;
        this.appender = appender;
        this.recent = recent;
    }

    /** What holds now. */
    Mono<Wish<E>> find(PersonId person) {
        return Mono.defer(() -> {
            Kept<E> appended = recent.find(matter(person));
            return appended != null
                    ? Mono.just(new Wish<>(appended.event(), appended.position()))
                    : folded.apply(person).defaultIfEmpty(new Wish<>(nothing, null));
        });
    }

    /**
     * Replaces what holds; if it is the same, nothing is appended.
     *
     * @param change what is to hold, by what holds; what it throws ends the change
     */
    Mono<Wish<E>> replace(PersonId person, Instant now, UnaryOperator<E> change) {
        return Mono.defer(() -> {
            Mono<Wish<E>> mine = change(person, now, change).doOnTerminate(() -> underWay.remove(person)).cache();
            Mono<Wish<E>> other = underWay.putIfAbsent(person, mine);
            return other == null ? mine : other.onErrorComplete().then(replace(person, now, change));
        });
    }

    private Mono<Wish<E>> change(PersonId person, Instant now, UnaryOperator<E> change) {
        return find(person).flatMap(before -> {
            E after = change.apply(before.said());
            return after.equals(before.said()) ? Mono.just(before) : append(person, now, after);
        });
    }

    private Mono<Wish<E>> append(PersonId person, Instant now, E event) {
        Envelope<E> envelope = new Envelope<>(EventId.random(now), person, now.atOffset(ZoneOffset.UTC), now,
                "checkin-service", null, null, event);
        return appender.append(envelope).map(result -> {
            if (!(result instanceof Appended appended)) {
                throw IntakeProblems.notNow();
            }
            recent.put(matter(person), new Kept<>(event, envelope.occurredAt(), appended.position()));
            return new Wish<>(event, appended.position());
        });
    }

    private EventId matter(PersonId person) {
        return EventId.about(person, type);
    }
}
