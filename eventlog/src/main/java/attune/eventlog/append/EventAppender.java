package attune.eventlog.append;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import attune.eventlog.append.AppendResult.Appended;
import attune.eventlog.append.AppendResult.Refused;
import attune.eventlog.append.AppendResult.Unknown;
import attune.eventlog.traces.Traces;
import attune.events.EncodedEvent;
import attune.events.Envelope;
import attune.events.EventCodec;
import attune.events.EventType;
import attune.events.Log;
import attune.events.Position;

/**
 * Appends to the one log that belongs to the service. Events handed over by one thread for one person reach the log in
 * that order. Safe for use by many threads.
 *
 * <p>
 * The producer's {@code send} may block for metadata or buffer space, so it is called on a thread of its own and never
 * on an event loop. What still waits in the queue when its time is over is taken back: that is {@link Refused}. What
 * was handed to the producer in vain is {@link Unknown}.
 */
public final class EventAppender implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(EventAppender.class);
    private static final int QUEUE_CAPACITY = 10_000;

    private final Log log;
    private final Producer<byte[], byte[]> producer;
    private final EventCodec codec;
    private final Duration budget;
    private final AppendMetrics metrics;
    private final Traces traces;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(QUEUE_CAPACITY);
    private final Thread sender;
    private volatile boolean closed;
    private volatile boolean reachable = true;

    /**
     * An appender that owns the producer and closes it.
     *
     * @param budget how long an append may take before its answer is {@link Refused} or {@link Unknown}; the producer's
     *        {@code delivery.timeout.ms} must be shorter
     */
    public EventAppender(Log log, Producer<byte[], byte[]> producer, EventCodec codec, Duration budget,
            AppendMetrics metrics, Traces traces) {
        this.log = log;
        this.producer = producer;
        this.codec = codec;
        this.budget = budget;
        this.metrics = metrics;
        this.traces = traces;
        this.sender = Thread.ofPlatform().name("append-" + log.shortName()).daemon().start(this::sendAll);
    }

    /** The log that this appender writes. */
    public Log log() {
        return log;
    }

    /**
     * Appends one event and answers within the budget. Nothing happens before it is subscribed to; it continues on the
     * parallel scheduler. Never fails with a broken log: that is an {@link AppendResult}.
     */
    public Mono<AppendResult> append(Envelope<?> envelope) {
        return Mono.deferContextual(context -> {
            Waiting waiting = enqueue(envelope.withTraceparent(traces.of(context, envelope.traceparent())));
            return Mono.fromFuture(waiting.answer, true)
                    .publishOn(Schedulers.parallel())
                    .timeout(budget, Mono.fromSupplier(waiting::giveUp), Schedulers.parallel())
                    .doOnNext(
                            result -> metrics.appended(EventType.of(envelope.event()), envelope.recordedAt(), result));
        });
    }

    /**
     * Appends events in their order and blocks until each has its answer, at most the budget. For consumer threads.
     *
     * @return one answer an event, in their order
     */
    public List<AppendResult> appendAll(List<? extends Envelope<?>> envelopes) throws InterruptedException {
        List<Waiting> all = envelopes.stream().map(this::enqueue).toList();
        long deadline = System.nanoTime() + budget.toNanos();
        List<AppendResult> results = new java.util.ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            AppendResult result = await(all.get(i), deadline);
            metrics.decided(EventType.of(envelopes.get(i).event()), result);
            results.add(result);
        }
        return results;
    }

    private static AppendResult await(Waiting waiting, long deadline) throws InterruptedException {
        try {
            return waiting.answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return waiting.giveUp();
        } catch (ExecutionException e) {
            return new Unknown(String.valueOf(e.getCause()));
        }
    }

    private Waiting enqueue(Envelope<?> envelope) {
        if (EventType.of(envelope.event()).log() != log) {
            throw new IllegalArgumentException(
                    EventType.of(envelope.event()).wireName() + " does not belong on " + log.topic());
        }
        Waiting waiting = new Waiting(record(codec.encode(envelope)));
        if (closed || !queue.offer(waiting)) {
            waiting.giveUp();
        }
        return waiting;
    }

    private ProducerRecord<byte[], byte[]> record(EncodedEvent encoded) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(log.topic(), encoded.key(), encoded.value());
        encoded.headers().forEach((name, value) -> record.headers().add(name, value));
        return record;
    }

    private void sendAll() {
        while (!closed) {
            try {
                Waiting next = queue.poll(1, TimeUnit.SECONDS);
                if (next != null && next.take()) {
                    send(next);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void send(Waiting waiting) {
        try {
            Future<RecordMetadata> _ = producer.send(waiting.record,
                    (metadata, failure) -> waiting.complete(answer(metadata, failure)));
        } catch (KafkaException | IllegalStateException e) {
            waiting.complete(new Refused(e.getClass().getSimpleName()));
        }
    }

    private AppendResult answer(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure == null && metadata != null) {
            note(true, "none");
            return new Appended(new Position(log, metadata.partition(), metadata.offset()));
        }
        String reason = failure == null ? "no metadata" : failure.getClass().getSimpleName();
        note(false, String.valueOf(failure));
        return wasNeverSent(failure) ? new Refused(reason) : new Unknown(reason);
    }

    /** A failure that comes while {@code send} still runs, on its own thread, comes before anything was sent. */
    private boolean wasNeverSent(@Nullable Exception failure) {
        return Thread.currentThread() == sender || failure instanceof RecordTooLargeException;
    }

    private void note(boolean reachableNow, String cause) {
        if (reachable != reachableNow) {
            reachable = reachableNow;
            LOGGER.atWarn().addKeyValue("log", log.shortName()).addKeyValue("cause", cause)
                    .log(reachableNow ? "The log answers again" : "The log does not acknowledge");
        }
    }

    /** Waits for what was handed to the producer, then closes it. What still waits in the queue is refused. */
    @Override
    public void close() {
        closed = true;
        try {
            sender.join(budget);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Waiting left = queue.poll(); left != null; left = queue.poll()) {
            left.giveUp();
        }
        producer.close(budget);
    }

    /** One append between the caller's thread and the sender's: only one of them wins it. */
    private static final class Waiting {

        private enum Owner {
            QUEUE,
            PRODUCER,
            NOBODY
        }

        private final ProducerRecord<byte[], byte[]> record;
        private final CompletableFuture<AppendResult> answer = new CompletableFuture<>();
        private final AtomicReference<Owner> owner = new AtomicReference<>(Owner.QUEUE);

        private Waiting(ProducerRecord<byte[], byte[]> record) {
            this.record = record;
        }

        private boolean take() {
            return owner.compareAndSet(Owner.QUEUE, Owner.PRODUCER);
        }

        private void complete(AppendResult result) {
            answer.complete(result);
        }

        private AppendResult giveUp() {
            boolean neverSent = owner.compareAndSet(Owner.QUEUE, Owner.NOBODY);
            AppendResult result = neverSent ? new Refused("log-not-reachable") : new Unknown("no-answer-in-time");
            return answer.complete(result) ? result : answer.join();
        }
    }
}
