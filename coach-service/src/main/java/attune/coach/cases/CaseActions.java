package attune.coach.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.coach.cases.CaseDocument.Finding;
import attune.coach.cases.CaseRequests.TierBody;
import attune.coach.cases.CaseRequests.VerdictBody;
import attune.coach.cases.Cases.Read;
import attune.coach.gate.GateState;
import attune.eventlog.append.AppendResult.Appended;
import attune.eventlog.append.EventAppender;
import attune.eventlog.positions.ReadYourWrites;
import attune.events.CaseId;
import attune.events.CoachingEvent;
import attune.events.CoachingEvent.CaseAcknowledged;
import attune.events.CoachingEvent.CaseClosed;
import attune.events.CoachingEvent.CaseNoted;
import attune.events.CoachingEvent.FindingJudged;
import attune.events.CoachingEvent.TierLowered;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.FindingId;
import attune.events.FoundRisk;
import attune.events.Judgement;
import attune.events.NoteId;
import attune.events.PersonId;
import attune.events.Position;
import attune.events.PrivateText;
import attune.events.RiskFamily;
import attune.events.RiskTier;

/**
 * What coaches do in cases, as events. What may not be done is a problem here; the folds look again, since something may
 * have come in between.
 */
@Component
class CaseActions {

    private final Cases cases;
    private final EventAppender appender;
    private final ReadYourWrites readYourWrites;
    private final Clock clock;
    private final String source;

    CaseActions(Cases cases, EventAppender appender, ReadYourWrites readYourWrites, Clock clock,
            @Value("${spring.application.name}") String source) {
        this.cases = cases;
        this.appender = appender;
        this.readYourWrites = readYourWrites;
        this.clock = clock;
        this.source = source;
    }

    /** Where an action stands on the log; null when it had been done before. */
    record Done(@Nullable Position position) {}

    private interface Action {

        /** What is to be appended; empty if it had been done before. */
        Optional<Envelope<? extends CoachingEvent>> in(Read read, Instant now);
    }

    Mono<Done> acknowledge(PersonId coach, CaseId caseId) {
        return act(coach, caseId, (read, now) -> {
            if (read.body().acknowledgedAt() != null) {
                return Optional.empty();
            }
            if (read.body().closedAt() != null) {
                throw CaseProblems.closed();
            }
            return event(read, now, new CaseAcknowledged(caseId, coach, now), caseId.toString(),
                    String.valueOf(read.body().round()));
        });
    }

    Mono<Done> note(PersonId coach, CaseId caseId, NoteId id, PrivateText text) {
        return act(coach, caseId, (read, now) -> {
            Optional<CaseDocument.Note> before = read.document().notes().stream()
                    .filter(note -> note.id().equals(id)).findFirst();
            if (before.isPresent()) {
                if (before.get().text().equals(text) && before.get().by().equals(coach)) {
                    return Optional.empty();
                }
                throw CaseProblems.idTaken();
            }
            return event(read, now, new CaseNoted(caseId, id, text, coach, now), caseId.toString(), id.toString());
        });
    }

    Mono<Done> judge(PersonId coach, CaseId caseId, FindingId id, VerdictBody.Said said) {
        return act(coach, caseId, (read, now) -> {
            Optional<Finding> before = read.document().finding(id);
            if (before.isPresent() && before.get().verdict() == said.verdict()) {
                return Optional.empty();
            }
            RiskFamily family = before.map(Finding::family).orElseGet(() -> missed(said));
            RiskTier tier = before.map(Finding::found).map(FoundRisk::tier).orElse(RiskTier.S0);
            return event(read, now, new FindingJudged(caseId, id, family, tier, said.verdict(), coach, now),
                    caseId.toString(), id.toString(), said.verdict().wireName(),
                    String.valueOf(before.map(Finding::at).orElse(null)));
        });
    }

    private static RiskFamily missed(VerdictBody.Said said) {
        if (said.verdict() != Judgement.MISSED || said.family() == null) {
            throw CaseProblems.unknownFinding();
        }
        return said.family();
    }

    Mono<Done> lower(PersonId coach, CaseId caseId, TierBody.Wanted wanted) {
        return act(coach, caseId, (read, now) -> {
            GateState client = read.client();
            if (client == null || wanted.tier().atLeast(client.tier())) {
                throw CaseProblems.notLower();
            }
            if (!wanted.tier().atLeast(client.floor())) {
                throw CaseProblems.unreviewed();
            }
            return event(read, now, new TierLowered(caseId, wanted.tier(), wanted.reason(), coach, now),
                    caseId.toString(), client.tier().wireName(), wanted.tier().wireName(),
                    read.document().steps().getLast().at().toString());
        });
    }

    Mono<Done> close(PersonId coach, CaseId caseId, @Nullable PrivateText note) {
        return act(coach, caseId, (read, now) -> {
            if (read.body().closedAt() != null) {
                return Optional.empty();
            }
            if (read.body().acknowledgedAt() == null) {
                throw CaseProblems.notAcknowledged();
            }
            return event(read, now, new CaseClosed(caseId, note, coach, now), caseId.toString());
        });
    }

    private Mono<Done> act(PersonId coach, CaseId caseId, Action action) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return cases.one(coach, caseId)
                .switchIfEmpty(Mono.error(CaseProblems::unknown))
                .flatMap(read -> action.in(read, now).map(this::append).orElseGet(() -> Mono.just(new Done(null))));
    }

    /** Appends it and waits until it can be read. */
    Mono<Done> append(Envelope<? extends CoachingEvent> envelope) {
        return appender.append(envelope).flatMap(result -> result instanceof Appended appended
                ? readYourWrites.await(appended.position()).thenReturn(new Done(appended.position()))
                : Mono.error(CaseProblems.logAway()));
    }

    private Optional<Envelope<? extends CoachingEvent>> event(Read read, Instant now, CoachingEvent event,
            String... names) {
        return Optional.of(envelope(read.body().client(), now, event,
                EventId.about(read.body().client(), EventType.of(event), names)));
    }

    Envelope<? extends CoachingEvent> envelope(PersonId client, Instant now, CoachingEvent event, EventId id) {
        return new Envelope<>(id, client, now.atOffset(ZoneOffset.UTC), now, source, null, null, event);
    }
}
