package attune.notification.ledger;

import java.util.List;
import java.util.stream.IntStream;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import attune.eventlog.EventLogProperties;
import attune.eventlog.documents.Documents;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.http.problems.ProblemException;
import attune.http.problems.ProblemKind;
import attune.notification.inbox.Notification;
import attune.notification.inbox.Step;
import attune.notification.queue.Books;
import attune.notification.queue.Shard;

/** For operators: whether everything adds up, and why something came or did not. */
@RestController
@RequestMapping("/api/v1/deliveries")
class LedgerController {

    private final Documents documents;
    private final List<String> shards;

    LedgerController(Documents documents, EventLogProperties properties) {
        this.documents = documents;
        this.shards = IntStream.range(0, properties.partitions())
                .boxed()
                .flatMap(partition -> Shard.documentIds(partition).stream())
                .toList();
    }

    @GetMapping("/ledger")
    Mono<Ledger> ledger() {
        return documents.findAll(Shard.DOCUMENT, shards).map(found -> {
            List<Books.Line> lines = Books.lines(found.values());
            return new Ledger(lines.stream().mapToLong(line -> Math.abs(line.difference())).sum(), lines);
        });
    }

    /** The story of a notification of somebody: steps, times and reasons. */
    @GetMapping("/{person}/{id}/history")
    Mono<History> history(@PathVariable String person, @PathVariable String id) {
        return Mono.fromCallable(() -> Notification.documentId(PersonId.of(person), NotificationId.of(id)))
                .onErrorMap(IllegalArgumentException.class, _ -> notFound())
                .flatMap(document -> documents.find(Notification.DOCUMENT, document))
                .filter(found -> found.told() != null)
                .map(found -> new History(NotificationId.of(id), found.steps()))
                .switchIfEmpty(Mono.error(LedgerController::notFound));
    }

    private static ProblemException notFound() {
        return ProblemKind.NOT_FOUND.problem("This person has no notification with this id.");
    }

    /**
     * The books.
     *
     * @param difference by how much they do not add up; anything but 0 is a fault
     */
    record Ledger(long difference, List<Books.Line> lines) {}

    /** The story of a notification, oldest step first. */
    record History(NotificationId id, List<Step> steps) {}
}
