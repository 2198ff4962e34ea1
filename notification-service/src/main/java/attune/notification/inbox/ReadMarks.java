package attune.notification.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;

import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

import attune.eventlog.append.AppendResult;
import attune.eventlog.append.AppendResult.Appended;
import attune.eventlog.append.AppendResult.Refused;
import attune.eventlog.append.AppendResult.Unknown;
import attune.eventlog.append.EventAppender;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationDismissed;
import attune.events.DeliveryEvent.NotificationOpened;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.http.positions.PositionAwaiter;
import attune.http.problems.ProblemKind;
import attune.notification.inbox.Notification.Told;

/**
 * Notes that a person opened or dismissed something. What they made of it only goes forward: opening what was dismissed
 * changes nothing and is no error, since it comes from a second device or a late repetition.
 */
final class ReadMarks {

    private final Inbox inbox;
    private final EventAppender appender;
    private final Clock clock;
    private final String source;

    ReadMarks(Inbox inbox, EventAppender appender, Clock clock, String source) {
        this.inbox = inbox;
        this.appender = appender;
        this.clock = clock;
        this.source = source;
    }

    Mono<ResponseEntity<NotificationJson>> mark(PersonId person, Notification notification, Reading reading) {
        Told told = Objects.requireNonNull(notification.told());
        Reading after = notification.reading().atLeast(reading);
        return inbox.json(person, told, after).flatMap(json -> after == notification.reading()
                ? Mono.just(ResponseEntity.ok(json))
                : appender.append(envelope(person, told.id(), reading)).map(result -> noted(result, json)));
    }

    private static ResponseEntity<NotificationJson> noted(AppendResult result, NotificationJson json) {
        return switch (result) {
            case Appended appended -> ResponseEntity.ok()
                    .header(PositionAwaiter.HEADER, appended.position().toString())
                    .body(json);
            case Refused _,Unknown _ -> throw ProblemKind.LOG_AWAY
                    .problem("It may not be noted yet. Send it again in a moment: it is safe to send it again.")
                    .retryAfter(Duration.ofSeconds(1));
        };
    }

    private Envelope<DeliveryEvent> envelope(PersonId person, NotificationId notification, Reading reading) {
        Instant now = clock.instant();
        DeliveryEvent event = reading == Reading.DISMISSED
                ? new NotificationDismissed(notification)
                : new NotificationOpened(notification);
        return new Envelope<>(EventId.about(person, EventType.of(event), notification.toString()), person,
                now.atOffset(ZoneOffset.UTC), now, source, null, null, event);
    }
}
