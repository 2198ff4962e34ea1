package attune.notification.redrive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import attune.eventlog.append.AppendResult;
import attune.eventlog.append.AppendResult.Appended;
import attune.eventlog.append.EventAppender;
import attune.events.Cause;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationRedriven;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.PersonId;
import attune.http.problems.ProblemKind;
import attune.notification.delivery.Outlook;
import attune.notification.delivery.Outlook.Prospect;
import attune.notification.planning.DeliveryPlan.End;
import attune.notification.planning.DeliveryPlan.Gather;
import attune.notification.planning.DeliveryPlan.HoldUntil;
import attune.notification.planning.DeliveryPlan.SendNow;
import attune.notification.planning.Intent;
import attune.notification.queue.DeadPage.Dead;
import attune.notification.redrive.RedriveController.Item;
import attune.notification.redrive.RedriveController.RedriveJson;

/**
 * Has dead deliveries planned again. Each is one event, whose id follows from the end that it undoes: asking twice is
 * asking once.
 */
@Component
class Redrives {

    private final DeadDeliveries deliveries;
    private final Outlook outlook;
    private final EventAppender appender;
    private final Clock clock;
    private final String source;

    Redrives(DeadDeliveries deliveries, Outlook outlook, EventAppender appender, Clock clock,
            @Value("${spring.application.name}") String source) {
        this.deliveries = deliveries;
        this.outlook = outlook;
        this.appender = appender;
        this.clock = clock;
        this.source = source;
    }

    /** The newest that fit, at most 100. */
    Mono<RedriveJson> fitting(Predicate<Dead> fits, boolean dryRun, PersonId by) {
        return deliveries.newest(RedriveRequest.MOST + 1, fits).flatMap(found -> {
            List<Dead> some = found.subList(0, Math.min(found.size(), RedriveRequest.MOST));
            return redrive(some, dryRun, by)
                    .map(items -> new RedriveJson(dryRun, items, found.size() > some.size()));
        });
    }

    /** Those with these ids. */
    Mono<RedriveJson> named(List<String> ids, boolean dryRun, PersonId by) {
        return deliveries.find(ids).flatMap(found -> {
            List<Item> others = new ArrayList<>();
            List<Dead> some = new ArrayList<>();
            for (String id : ids) {
                Dead one = found.get(id);
                if (one == null) {
                    others.add(new Item(id, "not-found", null, null));
                } else if (one.redriven() != null) {
                    others.add(new Item(id, "redriven-before", null, null));
                } else {
                    some.add(one);
                }
            }
            return redrive(some, dryRun, by).map(items -> {
                others.addAll(items);
                return new RedriveJson(dryRun, others, false);
            });
        });
    }

    private Mono<List<Item>> redrive(List<Dead> dead, boolean dryRun, PersonId by) {
        return outlook.of(dead).flatMap(prospects -> Flux.fromIterable(dead)
                .concatMap(one -> {
                    Prospect prospect = prospects.get(one.id());
                    if (prospect == null) {
                        return Mono.just(new Item(one.id(), "not-found", null, null));
                    }
                    Item item = item(one, prospect);
                    return dryRun ? Mono.just(item) : append(one, prospect, by).thenReturn(item);
                })
                .collectList());
    }

    private Mono<AppendResult> append(Dead dead, Prospect prospect, PersonId by) {
        Instant now = clock.instant();
        DeliveryEvent event = new NotificationRedriven(dead.notification(), dead.channel(), prospect.category(), null,
                prospect.urgent(), by);
        return appender.append(new Envelope<>(EventId.derivedFrom(dead.end(), "redriven"), dead.person(),
                now.atOffset(ZoneOffset.UTC), now, source, new Cause(dead.end(), dead.position()), null, event))
                .doOnNext(result -> {
                    if (!(result instanceof Appended)) {
                        throw ProblemKind.LOG_AWAY.problem("Some may have been planned again, others not."
                                + " Send it again in a moment: it is safe to send it again.")
                                .retryAfter(Duration.ofSeconds(1));
                    }
                });
    }

    private static Item item(Dead dead, Prospect prospect) {
        return switch (prospect.plan()) {
            case SendNow _ -> new Item(dead.id(), "send", null, null);
            case HoldUntil hold -> new Item(dead.id(), Intent.waitsForDigest(hold.reason()) ? "digest" : "hold",
                    hold.reason(), hold.until());
            case Gather _ -> new Item(dead.id(), "digest", null, null);
            case End end -> new Item(dead.id(), "end", end.reason(), null);
        };
    }
}
