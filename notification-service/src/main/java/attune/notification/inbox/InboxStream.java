package attune.notification.inbox;

import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

import attune.eventlog.records.Recorded;
import attune.eventlog.streams.LogStream;
import attune.eventlog.streams.StreamItem;
import attune.eventlog.streams.StreamItem.Happened;
import attune.eventlog.streams.StreamItem.Reset;
import attune.eventlog.streams.StreamPosition;
import attune.events.DeliveryEvent.NotificationDismissed;
import attune.events.DeliveryEvent.NotificationOpened;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.http.streams.StreamEvent;

/**
 * The live stream of an inbox: {@code ready} once it listens, {@code notification} for what is new, {@code state} for
 * what was opened or dismissed, {@code reset} when the client has to load its list afresh.
 */
final class InboxStream {

    private static final int CAPACITY = 256;
    private static final byte[] NOTHING = {'{', '}'};

    private final LogStream log;
    private final JsonMapper json;
    private final MeterRegistry metrics;

    InboxStream(LogStream log, JsonMapper json, MeterRegistry metrics) {
        this.log = log;
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
            AtomicBoolean first = new AtomicBoolean(true);
            if (resume != null) {
                count("replayed");
            }
            return log.follow(resume, recorded -> concerns(recorded, person), CAPACITY)
                    .map(item -> event(item, lastEventId == null && first.getAndSet(false)));
        });
    }

    private static boolean concerns(Recorded<?> recorded, PersonId person) {
        return recorded.person().equals(person) && switch (recorded.event()) {
            case NotificationPlanned _,NotificationOpened _,NotificationDismissed _ -> true;
            default -> false;
        };
    }

    private StreamEvent event(StreamItem item, boolean begins) {
        String id = item.position().toString();
        return switch (item) {
            case Happened happened -> happened(id, happened.recorded());
            case Reset _ -> {
                count(begins ? "fresh" : "reset");
                yield StreamEvent.of(id, begins ? "ready" : "reset", NOTHING);
            }
        };
    }

    private StreamEvent happened(String id, Recorded<?> recorded) {
        return switch (recorded.event()) {
            case NotificationPlanned planned -> StreamEvent.of(id, "notification",
                    json.writeValueAsBytes(NotificationJson.of(planned)));
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
                .tag("audience", "client")
                .tag("result", result)
                .register(metrics)
                .increment();
    }

    /** What a person has made of a notification. */
    record StateJson(NotificationId id, Reading state) {}
}
