package attune.notification.inbox;

import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import attune.eventlog.documents.Documents;
import attune.eventlog.positions.ReadYourWrites;
import attune.eventlog.records.Recorded;
import attune.eventlog.streams.LogStream;
import attune.eventlog.streams.StreamItem;
import attune.eventlog.streams.StreamItem.Happened;
import attune.eventlog.streams.StreamItem.Reset;
import attune.eventlog.streams.StreamPosition;
import attune.events.DeliveryEvent.NotificationDismissed;
import attune.events.DeliveryEvent.NotificationOpened;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.Log;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.Position;
import attune.http.streams.StreamEvent;

/**
 * The live stream of an inbox: {@code ready} once it listens, {@code notification} for what is new, {@code state} for
 * what was opened or dismissed, {@code reset} when the client has to load its list afresh.
 */
final class InboxStream {

    private static final int CAPACITY = 256;
    private static final byte[] NOTHING = {'{', '}'};

    private final LogStream log;
    private final Documents documents;
    private final Readers readers;
    private final ReadYourWrites folds;
    private final JsonMapper json;
    private final MeterRegistry metrics;

    InboxStream(LogStream log, Documents documents, Readers readers, ReadYourWrites folds, JsonMapper json,
            MeterRegistry metrics) {
        this.log = log;
        this.documents = documents;
        this.readers = readers;
        this.folds = folds;
        this.json = json;
        this.metrics = metrics;
    }

    /**
     * What happens in a person's inbox from now on, or from where they were.
     *
     * @param lastEventId what the client saw last, if it comes back
     */
    Flux<StreamEvent> of(PersonId person, @Nullable String lastEventId) {
        return Flux.defer(() -> {
            StreamPosition resume = lastEventId == null ? null : StreamPosition.parse(lastEventId).orElse(null);
            Flux<StreamItem> items = log.followOne(person, resume, InboxStream::concerns, CAPACITY);
            if (lastEventId == null) {
                count("fresh");
                return items.index().concatMap(item -> item.getT1() == 0
                        ? Mono.just(named(item.getT2(), "ready"))
                        : event(person, item.getT2()));
            }
            return resumed(person, resume, items);
        });
    }

    /** Counts how it began: by its first item, or, if none came, by its end. */
    private Flux<StreamEvent> resumed(PersonId person, @Nullable StreamPosition resume, Flux<StreamItem> items) {
        AtomicBoolean counted = new AtomicBoolean();
        return items.concatMap(item -> counted.getAndSet(true) ? event(person, item) : first(person, resume, item))
                .doFinally(_ -> {
                    if (!counted.get()) {
                        count("replayed");
                    }
                });
    }

    private Mono<StreamEvent> first(PersonId person, @Nullable StreamPosition resume, StreamItem item) {
        return (item instanceof Reset reset ? missedNothing(person, resume, reset.position()) : Mono.just(true))
                .flatMap(complete -> {
                    count(complete ? "replayed" : "reset");
                    return item instanceof Reset && complete ? Mono.just(named(item, "ready")) : event(person, item);
                });
    }

    /**
     * Whether nothing that the person can see happened between where they were and where the stream begins. The log
     * forgets soon what all people together have seen; each inbox knows when it last changed.
     */
    private Mono<Boolean> missedNothing(PersonId person, @Nullable StreamPosition from, StreamPosition to) {
        if (from == null) {
            return Mono.just(false);
        }
        return changed(person)
                .filter(changed -> isPast(from, to, changed.partition()))
                .filterWhen(changed -> folded(to, changed.partition()))
                .flatMap(_ -> changed(person))
                .map(from::contains)
                .defaultIfEmpty(false);
    }

    private Mono<Position> changed(PersonId person) {
        return documents.find(Months.DOCUMENT, Months.documentId(person)).mapNotNull(Months::changed);
    }

    /** What lies ahead of the log is from another installation. */
    private static boolean isPast(StreamPosition from, StreamPosition to, int partition) {
        return partition < from.partitions()
                && from.next(Log.DELIVERIES, partition) <= to.next(Log.DELIVERIES, partition);
    }

    private Mono<Boolean> folded(StreamPosition to, int partition) {
        long next = to.next(Log.DELIVERIES, partition);
        return next == 0 ? Mono.just(true) : folds.await(new Position(Log.DELIVERIES, partition, next - 1));
    }

    private static boolean concerns(Recorded<?> recorded) {
        return switch (recorded.event()) {
            case NotificationPlanned _,NotificationOpened _,NotificationDismissed _ -> true;
            default -> false;
        };
    }

    /** Only what the service itself wrote depends on the language of its reader. */
    private Mono<StreamEvent> event(PersonId person, StreamItem item) {
        if (!(item instanceof Happened happened)) {
            return Mono.just(named(item, "reset"));
        }
        String id = happened.position().toString();
        return happened.recorded().event() instanceof NotificationPlanned planned && planned.notice() != null
                ? readers.locale(person).map(locale -> happened(id, happened.recorded(), locale.orElse(null)))
                : Mono.just(happened(id, happened.recorded(), null));
    }

    private static StreamEvent named(StreamItem item, String name) {
        return StreamEvent.of(item.position().toString(), name, NOTHING);
    }

    private StreamEvent happened(String id, Recorded<?> recorded, @Nullable String locale) {
        return switch (recorded.event()) {
            case NotificationPlanned planned -> StreamEvent.of(id, "notification",
                    json.writeValueAsBytes(NotificationJson.of(planned, locale)));
            case NotificationOpened opened -> state(id, opened.notification(), Reading.OPENED);
            case NotificationDismissed dismissed -> state(id, dismissed.notification(), Reading.DISMISSED);
            default -> throw new IllegalStateException("Not of interest");
        };
    }

    private StreamEvent state(String id, NotificationId notification, Reading reading) {
        return StreamEvent.of(id, "state", json.writeValueAsBytes(new StateJson(notification, reading)));
    }

    private void count(String result) {
        Counter.builder("attune.feed.resume")
                .description("How live streams began")
                .tag("result", result)
                .register(metrics)
                .increment();
    }

    /** What a person has made of a notification. */
    record StateJson(NotificationId id, Reading state) {}
}
