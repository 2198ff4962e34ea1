package attune.notification.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.eventlog.append.AppendResult.Appended;
import attune.eventlog.append.EventAppender;
import attune.events.DeliveryEvent;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.PersonId;
import attune.events.Position;
import attune.http.problems.ProblemKind;

/** Appends what people say of themselves to the deliveries log. Safe for use by many threads. */
@Component
public final class Intake {

    private final EventAppender appender;
    private final Clock clock;
    private final String source;

    Intake(EventAppender appender, Clock clock, @Value("${spring.application.name}") String source) {
        this.appender = appender;
        this.clock = clock;
        this.source = source;
    }

    /** Where it stands once the log has it; a problem with status 503 if it may not have it. */
    public Mono<Position> append(PersonId person, DeliveryEvent event) {
        Instant now = clock.instant();
        return appender.append(new Envelope<>(EventId.random(now), person, now.atOffset(ZoneOffset.UTC), now, source,
                null, null, event)).map(result -> {
                    if (result instanceof Appended appended) {
                        return appended.position();
                    }
                    throw ProblemKind.LOG_AWAY.problem("Send it again in a moment: it is safe to send it again.")
                            .retryAfter(Duration.ofSeconds(1));
                });
    }
}
