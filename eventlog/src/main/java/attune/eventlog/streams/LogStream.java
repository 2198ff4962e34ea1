package attune.eventlog.streams;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

import attune.eventlog.records.LogRecord;
import attune.eventlog.records.Recorded;
import attune.eventlog.streams.StreamItem.Happened;
import attune.eventlog.streams.StreamItem.Reset;
import attune.events.DecodedEvent.Decoded;
import attune.events.EventCodec;
import attune.events.EventId;
import attune.events.Log;
import attune.events.PersonId;

/**
 * Follows logs live, as a broadcast: every instance reads all partitions and hands each event to those who are connected
 * to it. It remembers the last events, so that who comes back with a {@link StreamPosition} gets what came meanwhile.
 */
public final class LogStream implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(LogStream.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long AHEAD = 10_000;

    private final Collection<Log> logs;
    private final int partitions;
    private final int remembered;
    private final Supplier<? extends Consumer<byte[], byte[]>> consumers;
    private final EventCodec codec;
    private final Object lock = new Object();
    private final Deque<Happened> memory = new ArrayDeque<>();
    private final Set<EventId> recentIds = new HashSet<>();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final Map<PersonId, List<Follower>> followersOfOne = new ConcurrentHashMap<>();
    private StreamPosition oldest;
    private StreamPosition newest;
    private StreamPosition startedAt;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile boolean running;

    /**
     * A stream over all partitions of some logs.
     *
     * @param remembered how many events are kept for those who come back
     */
    public LogStream(Collection<Log> logs, int partitions, int remembered,
            Supplier<? extends Consumer<byte[], byte[]>> consumers, EventCodec codec) {
        this.logs = List.copyOf(logs);
        this.partitions = partitions;
        this.remembered = remembered;
        this.consumers = consumers;
        this.codec = codec;
        this.oldest = StreamPosition.of(partitions);
        this.newest = oldest;
        this.startedAt = oldest;
    }

    /**
     * Follows the logs. The first item of a stream that does not resume is a {@link Reset} that says where it begins;
     * a stream that resumes begins with what came since, or with a {@link Reset} if that is not known any more. The
     * events of one partition come in their order, each once. A subscriber that falls behind by more than the capacity
     * gets a {@link Reset} in place of what it missed.
     *
     * @param resume where the client was, or null
     * @param interest which events it gets; called on the reading thread: quick, and without blocking
     * @param capacity how many items may wait for a slow subscriber
     */
    public Flux<StreamItem> follow(@Nullable StreamPosition resume, Predicate<Recorded<?>> interest, int capacity) {
        return Flux.create(sink -> {
            Follower follower = new Follower(sink, interest, capacity);
            synchronized (lock) {
                follower.begin(resume);
                followers.add(follower);
            }
            sink.onDispose(() -> followers.remove(follower));
            sink.onRequest(_ -> follower.drain());
        }, FluxSink.OverflowStrategy.ERROR);
    }

    /**
     * Follows what happens to one person, as {@link #follow} does. Others' events cost nothing, so that thousands may
     * follow one person each.
     */
    public Flux<StreamItem> followOne(PersonId person, @Nullable StreamPosition resume,
            Predicate<Recorded<?>> interest, int capacity) {
        return Flux.create(sink -> {
            Follower follower = new Follower(sink,
                    recorded -> recorded.person().equals(person) && interest.test(recorded), capacity);
            synchronized (lock) {
                follower.begin(resume);
                followersOfOne.computeIfAbsent(person, _ -> new CopyOnWriteArrayList<>()).add(follower);
            }
            sink.onDispose(() -> leave(person, follower));
            sink.onRequest(_ -> follower.drain());
        }, FluxSink.OverflowStrategy.ERROR);
    }

    private void leave(PersonId person, Follower follower) {
        synchronized (lock) {
            followersOfOne.computeIfPresent(person, (_, all) -> {
                all.remove(follower);
                return all.isEmpty() ? null : all;
            });
        }
    }

    /** How many are connected. */
    public int followers() {
        return followers.size() + followersOfOne.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("log-stream").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Consumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        followers.forEach(Follower::complete);
        followersOfOne.values().forEach(all -> all.forEach(Follower::complete));
        Thread current2 = thread;
        if (current2 != null) {
            try {
                current2.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try (Consumer<byte[], byte[]> opened = consumers.get()) {
                consumer = opened;
                read(opened);
            } catch (WakeupException e) {
                return;
            } catch (KafkaException e) {
                LOGGER.atWarn().addKeyValue("cause", e.toString()).log("The live streams wait for the log");
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void read(Consumer<byte[], byte[]> opened) {
        List<TopicPartition> all = new ArrayList<>();
        for (Log log : logs) {
            for (int partition = 0; partition < partitions; partition++) {
                all.add(new TopicPartition(log.topic(), partition));
            }
        }
        opened.assign(all);
        seek(opened, all);
        while (running) {
            for (ConsumerRecord<byte[], byte[]> record : opened.poll(POLL)) {
                take(LogRecord.of(record, codec));
            }
        }
    }

    /** Begins some events before the end at the first start, so that streams can resume over a restart. */
    private void seek(Consumer<byte[], byte[]> opened, List<TopicPartition> all) {
        Map<TopicPartition, Long> starts = opened.beginningOffsets(all, PATIENCE);
        Map<TopicPartition, Long> ends = opened.endOffsets(all, PATIENCE);
        synchronized (lock) {
            boolean first = newest.equals(StreamPosition.of(partitions));
            for (TopicPartition partition : all) {
                Log log = Log.ofTopic(partition.topic());
                long end = ends.getOrDefault(partition, 0L);
                long known = newest.next(log, partition.partition());
                long from = first || known > end
                        ? Math.max(starts.getOrDefault(partition, 0L), end - remembered / all.size())
                        : known;
                opened.seek(partition, from);
                newest = newest.withNext(log, partition.partition(), from);
            }
            if (first) {
                oldest = newest;
                startedAt = ends(ends);
            }
        }
    }

    private StreamPosition ends(Map<TopicPartition, Long> ends) {
        StreamPosition position = newest;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            position = position.withNext(Log.ofTopic(end.getKey().topic()), end.getKey().partition(), end.getValue());
        }
        return position;
    }

    private void take(LogRecord record) {
        synchronized (lock) {
            newest = newest.withNext(record.position().log(), record.position().partition(),
                    record.position().offset() + 1);
            if (record.decoded() instanceof Decoded decoded && recentIds.add(decoded.envelope().id())) {
                Happened happened = new Happened(newest, new Recorded<>(record.position(), decoded.envelope()));
                remember(happened);
                followers.forEach(follower -> follower.offer(happened));
                followersOfOne.getOrDefault(happened.recorded().person(), List.of())
                        .forEach(follower -> follower.offer(happened));
            }
        }
    }

    private void remember(Happened happened) {
        memory.addLast(happened);
        while (memory.size() > remembered) {
            Happened forgotten = memory.removeFirst();
            recentIds.remove(forgotten.recorded().id());
            oldest = forgotten.position();
        }
    }

    /**
     * Whether everything after a position is still remembered. A position may be a little ahead, from an instance that
     * reads faster, but not far: then it is from another installation.
     */
    private boolean canResumeAt(StreamPosition position) {
        if (position.partitions() != partitions) {
            return false;
        }
        for (Log log : logs) {
            for (int partition = 0; partition < partitions; partition++) {
                long next = position.next(log, partition);
                if (next < oldest.next(log, partition) || next > newest.next(log, partition) + AHEAD) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Someone who is connected: a bounded queue in front of a subscriber. */
    private final class Follower {

        private final FluxSink<StreamItem> sink;
        private final Predicate<Recorded<?>> interest;
        private final int capacity;
        private final Deque<StreamItem> waiting = new ArrayDeque<>();
        private boolean draining;
        private @Nullable StreamPosition ahead;

        private Follower(FluxSink<StreamItem> sink, Predicate<Recorded<?>> interest, int capacity) {
            this.sink = sink;
            this.interest = interest;
            this.capacity = capacity;
        }

        private void begin(@Nullable StreamPosition resume) {
            if (resume == null || !canResumeAt(resume)) {
                beginAfter(newest.max(startedAt));
                return;
            }
            StreamPosition seen = resume;
            for (Happened happened : memory) {
                if (!resume.contains(happened.recorded().position())) {
                    seen = seen.withNext(happened.recorded().position().log(),
                            happened.recorded().position().partition(), happened.recorded().position().offset() + 1);
                    if (interest.test(happened.recorded())) {
                        enqueue(new Happened(seen, happened.recorded()));
                    }
                }
            }
            ahead = newest.covers(resume) ? null : resume;
        }

        /** What happened before this instance started is no news, although it may still be reading it. */
        private void beginAfter(StreamPosition position) {
            enqueue(new Reset(position));
            ahead = newest.covers(position) ? null : position;
        }

        private void offer(Happened happened) {
            StreamPosition passed = ahead;
            if (passed != null && happened.position().covers(passed)) {
                passed = resumeAlone();
            }
            boolean isNew = passed == null || !passed.contains(happened.recorded().position());
            if (isNew && interest.test(happened.recorded())) {
                enqueue(passed == null
                        ? happened
                        : new Happened(happened.position().max(passed), happened.recorded()));
                drain();
            }
        }

        private @Nullable StreamPosition resumeAlone() {
            ahead = null;
            return null;
        }

        private synchronized void enqueue(StreamItem item) {
            if (waiting.size() >= capacity) {
                waiting.clear();
                waiting.add(new Reset(item.position()));
            } else {
                waiting.add(item);
            }
        }

        /** Hands over as much as was asked for; never holds its lock while the subscriber works. */
        private void drain() {
            synchronized (this) {
                if (draining) {
                    return;
                }
                draining = true;
            }
            while (true) {
                StreamItem next;
                synchronized (this) {
                    if (waiting.isEmpty() || sink.requestedFromDownstream() == 0 || sink.isCancelled()) {
                        draining = false;
                        return;
                    }
                    next = waiting.removeFirst();
                }
                sink.next(next);
            }
        }

        private void complete() {
            sink.complete();
        }
    }
}
