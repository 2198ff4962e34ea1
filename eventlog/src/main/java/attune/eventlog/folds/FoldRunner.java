package attune.eventlog.folds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

import attune.eventlog.append.AppendResult;
import attune.eventlog.append.AppendResult.Appended;
import attune.eventlog.positions.FoldPosition;
import attune.eventlog.records.LogRecord;
import attune.events.Cause;
import attune.events.DecodedEvent.Decoded;
import attune.events.Envelope;
import attune.events.Event;
import attune.events.EventCodec;
import attune.events.EventId;
import attune.events.EventType;

/**
 * Runs a fold over batches of its log: decode, load, apply, append decisions and wait for the log, save, move the
 * position. A crash at any point repeats work and never doubles or loses it (RATIONALE.md says why).
 */
final class FoldRunner<E extends Event> implements Consumer<Message<List<byte[]>>> {

    private static final Logger LOGGER = LoggerFactory.getLogger(FoldRunner.class);

    private final Fold<E> fold;
    private final Consumer<Envelope<?>> whenDecided;
    private final FoldContext context;
    private final EventCodec codec;
    private final PartitionOpener opener;
    private final Map<Integer, FoldPartition> partitions = new ConcurrentHashMap<>();

    FoldRunner(Fold<E> fold, Consumer<Envelope<?>> whenDecided, FoldContext context, EventCodec codec) {
        this.fold = fold;
        this.whenDecided = whenDecided;
        this.context = context;
        this.codec = codec;
        this.opener = new PartitionOpener(fold, context);
        context.metrics().register(fold.name());
    }

    Fold<E> fold() {
        return fold;
    }

    @Override
    public void accept(Message<List<byte[]>> message) {
        Incoming incoming = new Incoming(message);
        context.metrics().batch(fold.name(), incoming.size());
        try {
            fold(unseen(incoming));
        } catch (RuntimeException e) {
            context.metrics().retried(fold.name());
            LOGGER.atWarn().addKeyValue("fold", fold.name()).addKeyValue("cause", e.toString())
                    .log("A batch has to wait");
            throw e;
        }
    }

    /** The records that the fold has not passed yet; what lies after a gap is left out and asked for again. */
    private Map<Integer, List<LogRecord>> unseen(Incoming incoming) {
        Map<Integer, List<LogRecord>> unseen = new LinkedHashMap<>();
        incoming.byPartition(fold.log(), codec).forEach((number, records) -> {
            if (wasTakenAway(incoming, number)) {
                forget(number);
                return;
            }
            FoldPartition partition = partition(number);
            long next = partition.position().next();
            List<LogRecord> rest = records.stream().filter(record -> record.position().offset() >= next).toList();
            if (rest.isEmpty()) {
                seekIfAhead(incoming, number, next, records);
            } else if (rest.getFirst().position().offset() == next || partition.gapWasLookedFor()) {
                unseen.put(number, rest);
            } else {
                seek(incoming, number, next);
            }
        });
        return unseen;
    }

    /**
     * While a batch waited, as in a process that was frozen, its partition may have gone to another instance. That one
     * folds it: here it could neither be read on nor be waited for.
     */
    private boolean wasTakenAway(Incoming incoming, int partition) {
        var consumer = incoming.consumer();
        return consumer != null
                && !consumer.assignment().contains(new TopicPartition(fold.log().topic(), partition));
    }

    /** Work that was done already came again, as after a restart: no need to read it all once more. */
    private void seekIfAhead(Incoming incoming, int partition, long next, List<LogRecord> records) {
        if (next > records.getLast().position().offset() + 1) {
            seek(incoming, partition, next);
        }
    }

    private void seek(Incoming incoming, int partition, long offset) {
        var consumer = incoming.consumer();
        if (consumer == null) {
            throw new FoldUnavailableException("The batch came without its consumer");
        }
        consumer.seek(new TopicPartition(fold.log().topic(), partition), offset);
    }

    private FoldPartition partition(int number) {
        return partitions.computeIfAbsent(number, opener::open);
    }

    private void fold(Map<Integer, List<LogRecord>> records) {
        if (records.isEmpty()) {
            return;
        }
        List<FoldInput<E>> inputs = new ArrayList<>();
        Map<Integer, FoldPosition> targets = new LinkedHashMap<>();
        records.forEach((number, ofPartition) -> targets.put(number, read(number, ofPartition, inputs)));

        FoldBatch<E> batch = new FoldBatch<>(fold, context);
        batch.load(inputs);
        reached(FoldStep.LOADED);
        inputs.forEach(batch::apply);
        if (!stand(targets.keySet())) {
            throw startOver("The database stands at another position");
        }
        append(batch.decisions());
        save(batch);
        targets.forEach(this::move);
        reached(FoldStep.MOVED);
        tell(batch);
    }

    /**
     * Whether the database still stands where this fold left it. One that was restored, or lost its last moments with its
     * machine, has forgotten events that are not read again. It has to be asked after the documents were loaded: later
     * events would be applied to documents that miss these, and these would then count as seen.
     */
    private boolean stand(Collection<Integer> numbers) {
        return stored(numbers).entrySet().stream()
                .allMatch(entry -> partition(entry.getKey()).position().next() == entry.getValue());
    }

    /** The offsets of the next event as the database has them, by partition. */
    Map<Integer, Long> stored(Collection<Integer> numbers) {
        return context.positions().next(fold.name(), numbers);
    }

    /** Turns the records of a partition into inputs, and gives the position after them. */
    private FoldPosition read(int number, List<LogRecord> records, List<FoldInput<E>> inputs) {
        FoldPosition position = partition(number).position();
        Instant clock = position.clock();
        EventId last = position.last();
        long lastOffset = position.lastOffset();
        for (LogRecord record : records) {
            FoldInput<E> input = FoldInput.of(fold, record, clock);
            inputs.add(input);
            if (input instanceof FoldInput.Handled<E> handled) {
                clock = handled.recorded().recordedAt();
            }
            if (record.decoded() instanceof Decoded decoded) {
                last = decoded.envelope().id();
                lastOffset = record.position().offset();
                context.metrics().waiting(fold.name(), number, decoded.envelope().recordedAt());
            }
        }
        return new FoldPosition(fold.name(), number, records.getLast().position().offset() + 1, last, lastOffset, clock,
                position.decisionsFrom(), true);
    }

    private void append(List<Envelope<?>> decisions) {
        List<Envelope<?>> missing = decisions.stream().filter(decision -> !standsOnLog(decision)).toList();
        context.metrics().decisions(fold.name(), "known", decisions.size() - missing.size());
        reached(FoldStep.BEFORE_APPEND);
        List<AppendResult> results = appendAndWait(missing);
        int acknowledged = 0;
        for (int i = 0; i < missing.size(); i++) {
            if (results.get(i) instanceof Appended appended) {
                Cause cause = cause(missing.get(i));
                partition(cause.position().partition())
                        .standsOnLog(cause, missing.get(i).id(), appended.position().offset());
                whenDecided.accept(missing.get(i));
                acknowledged++;
            }
        }
        context.metrics().decisions(fold.name(), "appended", acknowledged);
        if (acknowledged < missing.size()) {
            throw startOver("The log did not acknowledge all decisions");
        }
        reached(FoldStep.APPENDED);
        fold.stageWhenDecided().ifPresent(stage -> missing.forEach(decision -> context.metrics()
                .reached(stage, EventType.of(decision.event()), decision.occurredAt().toInstant())));
    }

    private List<AppendResult> appendAndWait(List<Envelope<?>> missing) {
        try {
            return context.appender().appendAll(missing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FoldUnavailableException("Stopping");
        }
    }

    private boolean standsOnLog(Envelope<?> decision) {
        Cause cause = cause(decision);
        return partition(cause.position().partition()).holds(cause, decision.id());
    }

    private static Cause cause(Envelope<?> decision) {
        Cause cause = decision.cause();
        if (cause == null) {
            throw new IllegalStateException("A decision has a cause");
        }
        return cause;
    }

    private void save(FoldBatch<E> batch) {
        context.deadLetters().add(batch.deadLetters());
        reached(FoldStep.BEFORE_SAVE);
        if (!context.documents().save(batch.documents())) {
            throw startOver("Another instance has written a document");
        }
        reached(FoldStep.SAVED);
    }

    private void move(int number, FoldPosition target) {
        FoldPartition partition = partition(number);
        FoldPosition to = new FoldPosition(target.fold(), number, target.next(), target.last(), target.lastOffset(),
                target.clock(), partition.decisionsFrom(target.next()), true);
        if (!context.positions().move(partition.position(), to)) {
            throw startOver("Another instance has moved the position");
        }
        partition.moved(to);
        context.progress().reached(fold.name(), number, to.next());
        context.metrics().caughtUp(fold.name(), number);
    }

    /** What is known is no longer sure: it is read again, from the database and from the end of the own log. */
    private FoldUnavailableException startOver(String why) {
        partitions.clear();
        return new FoldUnavailableException(why);
    }

    private void tell(FoldBatch<E> batch) {
        batch.outcomes().forEach((outcome, count) -> context.metrics()
                .consumed(fold.name(), fold.log(), outcome, count));
        fold.stageWhenApplied().ifPresent(stage -> batch.applied().forEach(recorded -> context.metrics()
                .reached(stage, EventType.of(recorded.event()), recorded.recordedAt())));
    }

    private void reached(FoldStep step) {
        context.steps().reached(fold.name(), step);
    }

    /** Forgets what is known of a partition, because it was assigned anew or taken away. */
    void forget(int number) {
        partitions.remove(number);
        context.progress().lost(fold.name(), number);
        context.metrics().caughtUp(fold.name(), number);
    }

    /** Where reading is to go on; loads the position. */
    long next(int number) {
        return partition(number).position().next();
    }

    /** Drops what the fold has made of a partition, so that it is made again from the start. On the consumer's thread. */
    void rebuild(int number, String reason) {
        forget(number);
        opener.drop(number, reason);
    }

    @Nullable
    FoldPosition position(int number) {
        FoldPartition partition = partitions.get(number);
        return partition == null ? null : partition.position();
    }
}
