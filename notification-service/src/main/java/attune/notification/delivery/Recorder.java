package attune.notification.delivery;

import java.util.List;

import org.apache.kafka.common.KafkaException;

import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.Ending;
import attune.events.Envelope;
import attune.notification.delivery.Round.Digest;
import attune.notification.inbox.Notification.Told;

/**
 * Puts on the log what was decided without asking a provider, and tells the queue. If the log does not take all of it,
 * everything is looked at again and gets the same ids.
 */
final class Recorder {

    private final DeliveryLog log;
    private final DueQueue queue;
    private final DeliveryMetrics metrics;

    Recorder(DeliveryLog log, DueQueue queue, DeliveryMetrics metrics) {
        this.log = log;
        this.queue = queue;
        this.metrics = metrics;
    }

    /** A step that is to be recorded. */
    record Step(Due due, Envelope<DeliveryEvent> event) {}

    Step step(Due due, Told told, DeliveryEvent event) {
        return new Step(due, log.step(due.waiting(), told, event));
    }

    void record(List<Step> steps) throws InterruptedException {
        if (!log.append(steps.stream().map(Step::event).toList())) {
            throw new KafkaException("The log did not acknowledge all steps");
        }
        for (Step step : steps) {
            if (!(step.event().event() instanceof NotificationEnded ended)) {
                queue.advanced(step.due());
            } else {
                queue.ended(step.due());
                metrics.ended(step.due().waiting().category(), ended.channel(), ended.ending(), true);
            }
        }
    }

    void recordDigests(List<Digest> digests) throws InterruptedException {
        if (!log.append(digests.stream().map(log::digest).toList())) {
            throw new KafkaException("The log did not acknowledge all digests");
        }
        for (Digest digest : digests) {
            digest.items().forEach(item -> {
                queue.ended(item);
                metrics.ended(item.waiting().category(), item.waiting().channel(), Ending.DIGESTED, true);
            });
        }
    }
}
