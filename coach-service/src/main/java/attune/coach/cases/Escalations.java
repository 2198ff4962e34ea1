package attune.coach.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import attune.coach.cases.OpenCases.One;
import attune.eventlog.append.AppendResult.Appended;
import attune.eventlog.append.EventAppender;
import attune.eventlog.documents.Documents;
import attune.eventlog.positions.Progress;
import attune.events.CoachingEvent.CaseEscalated;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.Rung;

/**
 * Climbs the ladders of cases that nobody acknowledges. What is due stands in the documents of the fold {@code cases}, so
 * a restart forgets nothing; an instance looks after the partitions that it folds. Should two look after one for a
 * moment, both append the same event under the same id, and its twin has no effect.
 */
public final class Escalations implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(Escalations.class);

    private final Documents documents;
    private final Progress progress;
    private final EventAppender appender;
    private final Clock clock;
    private final Duration look;
    private final String source;
    private final Set<EventId> appended = ConcurrentHashMap.newKeySet();
    private @Nullable Disposable timer;

    public Escalations(Documents documents, Progress progress, EventAppender appender, Clock clock, Duration look,
            String source) {
        this.documents = documents;
        this.progress = progress;
        this.appender = appender;
        this.clock = clock;
        this.look = look;
        this.source = source;
    }

    @Override
    public void start() {
        timer = Flux.interval(look).onBackpressureDrop().concatMap(_ -> escalate(), 1).subscribe();
    }

    @Override
    public void stop() {
        Disposable running = timer;
        timer = null;
        if (running != null) {
            running.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    /** Asks whoever is due. A log or a database that is away is asked again at the next look. */
    private Mono<Void> escalate() {
        List<String> own = progress.partitions(CasesFold.NAME).stream().map(String::valueOf).toList();
        return documents.findAll(OpenCases.KIND, own)
                .map(Map::values)
                .flatMapIterable(parts -> parts)
                .flatMapIterable(OpenCases::cases)
                .filter(one -> one.isDue(clock.instant()))
                .concatMap(this::escalate)
                .then()
                .onErrorResume(fault -> {
                    LOGGER.atWarn().addKeyValue("cause", fault.getClass().getName()).log("Cases wait to be escalated");
                    return Mono.empty();
                });
    }

    private Mono<Void> escalate(One one) {
        Rung next = one.next();
        int rung = one.rung() + 1;
        EventId id = EventId.about(one.client(), EventType.CASE_ESCALATED, one.caseId().toString(),
                String.valueOf(one.round()), String.valueOf(rung));
        if (appended.contains(id)) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        CaseEscalated escalated = new CaseEscalated(one.caseId(), one.tier(), rung, next.kind(), next.coaches(),
                next.at());
        return appender.append(new Envelope<>(id, one.client(), now.atOffset(ZoneOffset.UTC), now, source, null, null,
                escalated))
                .doOnNext(result -> {
                    if (result instanceof Appended) {
                        remember(id);
                    }
                })
                .then();
    }

    /** Until the fold has seen it, the next look would find it due again; its twin would do no harm. */
    private void remember(EventId id) {
        if (appended.size() > 10_000) {
            appended.clear();
        }
        appended.add(id);
    }
}
