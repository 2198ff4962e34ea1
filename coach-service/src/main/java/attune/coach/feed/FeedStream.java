package attune.coach.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import attune.coach.caseload.Consents;
import attune.eventlog.EventLogProperties;
import attune.eventlog.positions.ReadYourWrites;
import attune.eventlog.records.Recorded;
import attune.eventlog.streams.LogStream;
import attune.eventlog.streams.StreamItem;
import attune.eventlog.streams.StreamItem.Happened;
import attune.eventlog.streams.StreamItem.Reset;
import attune.eventlog.streams.StreamPosition;
import attune.events.PersonId;
import attune.http.streams.StreamEvent;

/**
 * What happens to all clients of a coach, live. Each item is read from what the folds keep, so that the stream shows
 * what a reload would show, and each is checked against the client's consent at that moment.
 *
 * <pre>
 *   ready     where the stream begins; sent first, unless it resumes
 *   item      something new, with the client it belongs to
 *   position  nothing new for this coach, but how far the stream has come
 *   reset     the client was away too long: load everything again
 * </pre>
 */
@Component
class FeedStream {

    private static final byte[] NO_DATA = {'{', '}'};
    /** After so many events that are nothing for this coach, the stream says how far it has come. */
    private static final int POSITION_EVERY = 500;
    /** How often a stream waits for the folds to keep up, each time for {@code attune.eventlog.read-patience}. */
    private static final int PATIENCE = 15;

    private final LogStream logs;
    private final Feed feed;
    private final Consents consents;
    private final ReadYourWrites folds;
    private final JsonMapper json;
    private final MeterRegistry metrics;
    private final int remembered;

    FeedStream(LogStream logs, Feed feed, Consents consents, ReadYourWrites folds, JsonMapper json,
            MeterRegistry metrics, EventLogProperties properties) {
        this.logs = logs;
        this.feed = feed;
        this.consents = consents;
        this.folds = folds;
        this.json = json;
        this.metrics = metrics;
        this.remembered = properties.remembered();
    }

    /** An item with the client that it belongs to. */
    record ClientItem(PersonId client, FeedItem item) {}

    /**
     * The stream of a coach.
     *
     * @param lastEventId where the coach's program was, if it was connected before
     */
    Flux<StreamEvent> of(PersonId coach, Optional<String> lastEventId) {
        return Flux.defer(() -> {
            @Nullable
            StreamPosition resume = lastEventId.flatMap(StreamPosition::parse).orElse(null);
            Connection connection = new Connection(coach, lastEventId.isPresent());
            return logs.follow(resume, connection.interest, remembered).concatMap(connection::events);
        });
    }

    /** One connection of a coach. Its events come one after the other. */
    private final class Connection {

        private final PersonId coach;
        private final boolean cameBack;
        private final Predicate<Recorded<?>> interest = new Interest();
        private boolean begun;
        private int passedOver;

        private Connection(PersonId coach, boolean cameBack) {
            this.coach = coach;
            this.cameBack = cameBack;
        }

        private Flux<StreamEvent> events(StreamItem item) {
            boolean first = !begun;
            begun = true;
            if (first) {
                count(item);
            }
            return switch (item) {
                case Reset reset -> {
                    StreamEvent ready = StreamEvent.of(reset.position().toString(), "ready", NO_DATA);
                    yield first && !cameBack ? Flux.just(ready) : Flux.just(StreamEvent.RESET, ready);
                }
                case Happened happened -> happened(happened).flux();
            };
        }

        private void count(StreamItem first) {
            String result = cameBack ? "replayed" : "fresh";
            metrics.counter("attune.feed.resume", "result", cameBack && first instanceof Reset ? "reset" : result)
                    .increment();
        }

        private Mono<StreamEvent> happened(Happened happened) {
            Recorded<?> recorded = happened.recorded();
            String position = happened.position().toString();
            return Mono.justOrEmpty(Reference.to(recorded.event()))
                    .flatMap(reference -> visible(recorded, reference))
                    .map(item -> StreamEvent.of(position, "item", bytes(recorded.person(), item)))
                    .switchIfEmpty(Mono.defer(() -> passedOver(position)));
        }

        private Mono<FeedItem> visible(Recorded<?> recorded, Reference reference) {
            return consents.scopesForStreams(coach, recorded.person())
                    .flatMap(_ -> folded(recorded))
                    .flatMap(_ -> consents.scopesForStreams(coach, recorded.person()))
                    .flatMap(scopes -> feed.item(recorded, reference, scopes));
        }

        private Mono<StreamEvent> passedOver(String position) {
            passedOver++;
            if (passedOver < POSITION_EVERY) {
                return Mono.empty();
            }
            passedOver = 0;
            return Mono.just(StreamEvent.of(position, "position", NO_DATA));
        }
    }

    /** Waits until the folds have kept the event. If they do not come so far, the stream ends, and resumes later. */
    private Mono<Boolean> folded(Recorded<?> recorded) {
        return Mono.defer(() -> folds.await(recorded.position()))
                .filter(reached -> reached)
                .repeatWhenEmpty(PATIENCE, empties -> empties.delayElements(Duration.ofMillis(50)))
                .switchIfEmpty(Mono.error(() -> new TimeoutException("The folds are too far behind for live streams")));
    }

    private byte[] bytes(PersonId client, FeedItem item) {
        return json.writeValueAsBytes(new ClientItem(client, item));
    }

    /** Lets pass what may be something for a coach, and of the rest one in many, so that the position moves on. */
    private static final class Interest implements Predicate<Recorded<?>> {

        private int skipped;

        @Override
        public boolean test(Recorded<?> recorded) {
            if (Reference.to(recorded.event()).isPresent()) {
                return true;
            }
            skipped++;
            if (skipped < POSITION_EVERY) {
                return false;
            }
            skipped = 0;
            return true;
        }
    }
}
