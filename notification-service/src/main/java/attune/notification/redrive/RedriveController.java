package attune.notification.redrive;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import attune.events.Category;
import attune.events.Channel;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.Reason;
import attune.http.cursors.Cursor;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;
import attune.http.tokens.Caller;
import attune.notification.queue.DeadPage.Dead;
import attune.notification.queue.DeadPage.Redriven;

/** For operators: what ended dead, and having it planned again. */
@RestController
@RequestMapping("/api/v1/deliveries")
class RedriveController {

    private final DeadDeliveries deliveries;
    private final Redrives redrives;

    RedriveController(DeadDeliveries deliveries, Redrives redrives) {
        this.deliveries = deliveries;
        this.redrives = redrives;
    }

    /** What ended dead and was not planned again, newest first. */
    @GetMapping("/dead")
    Mono<Page<DeadJson>> dead(Paging paging) {
        return page(paging, one -> one.redriven() == null);
    }

    /** What ended dead and was planned again: by whom and when. The newest end first. */
    @GetMapping("/redrives")
    Mono<Page<DeadJson>> redriven(Paging paging) {
        return page(paging, one -> one.redriven() != null);
    }

    @PostMapping("/dead/redrive")
    Mono<RedriveJson> redrive(Caller caller, @RequestBody RedriveRequest body) {
        List<String> ids = body.read();
        return body.ids() == null
                ? redrives.fitting(body.fits(), body.isDryRun(), PersonId.of(caller.person()))
                : redrives.named(ids, body.isDryRun(), PersonId.of(caller.person()));
    }

    private Mono<Page<DeadJson>> page(Paging paging, Predicate<Dead> fits) {
        return deliveries.fetch(paging, fits).flatMap(fetched -> {
            Page<Dead> page = paging.page(fetched, one -> new Cursor(one.at(), one.id()));
            return deliveries.stories(page.items()).map(stories -> new Page<>(page.items().stream()
                    .map(one -> DeadJson.of(one,
                            DeadDeliveries.attempts(one, stories.get(DeadDeliveries.story(one)))))
                    .toList(), page.next()));
        });
    }

    /**
     * A delivery that ended dead: where, when and why, never what it said or where it was to go.
     *
     * @param attempts how often a provider was asked
     */
    record DeadJson(String id, PersonId person, NotificationId notification, Category category, Channel channel,
            Reason reason, int attempts, Instant at, @Nullable PersonId redrivenBy, @Nullable Instant redrivenAt) {

        static DeadJson of(Dead dead, int attempts) {
            Redriven redriven = dead.redriven();
            return new DeadJson(dead.id(), dead.person(), dead.notification(), dead.category(), dead.channel(),
                    dead.reason(), attempts, dead.at(), redriven == null ? null : redriven.by(),
                    redriven == null ? null : redriven.at());
        }
    }

    /**
     * What is done, or would be.
     *
     * @param more whether there are more that fit: ask again
     */
    record RedriveJson(boolean dryRun, List<Item> items, boolean more) {}

    /**
     * What becomes of one, by what is known now.
     *
     * @param plan {@code send}, {@code hold}, {@code digest} or {@code end}; or {@code not-found} or
     *        {@code redriven-before} if nothing is done about it
     * @param reason why it waits or ends
     * @param until when it is looked at again
     */
    record Item(String id, String plan, @Nullable Reason reason, @Nullable Instant until) {}
}
