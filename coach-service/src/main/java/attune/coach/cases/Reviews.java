package attune.coach.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.coach.caseload.Consents;
import attune.coach.gate.GateFold;
import attune.coach.gate.GateState;
import attune.eventlog.documents.Documents;
import attune.events.CaseId;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.PersonId;
import attune.events.RiskTier;
import attune.events.Rung;
import attune.events.RungKind;
import attune.events.Subject;
import attune.events.SubjectKind;

/**
 * Tier S1 opens no case by itself: nobody has to come running. A coach whom the client named looks when there is time,
 * and opens a case for it, acknowledged from the start.
 */
@Component
class Reviews {

    private static final Duration A_WORKING_DAY = Duration.ofDays(1);

    private final Documents documents;
    private final Consents consents;
    private final CaseActions actions;
    private final Clock clock;

    Reviews(Documents documents, Consents consents, CaseActions actions, Clock clock) {
        this.documents = documents;
        this.consents = consents;
        this.actions = actions;
        this.clock = clock;
    }

    /** Opens a case to look at a client, or gives the one that is open. */
    Mono<CaseId> open(PersonId coach, PersonId client) {
        return consents.scopes(coach, client)
                .switchIfEmpty(Mono.error(CaseProblems::unknownClient))
                .flatMap(_ -> documents.find(GateFold.STATES, client.value()))
                .filter(state -> state.tier() != RiskTier.S0)
                .switchIfEmpty(Mono.error(CaseProblems::nothingToReview))
                .flatMap(state -> state.openCase().map(Mono::just).orElseGet(() -> open(coach, client, state)));
    }

    /** Sent again within the same minute it is the same case. */
    private Mono<CaseId> open(PersonId coach, PersonId client, GateState state) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        EventId id = EventId.about(client, EventType.CASE_OPENED, "review", coach.value(),
                now.truncatedTo(ChronoUnit.MINUTES).toString());
        CaseId caseId = CaseId.derivedFrom(id);
        CaseOpened opened = new CaseOpened(caseId, state.tier(), new Subject(SubjectKind.CASE, caseId.value()), now,
                now.plus(A_WORKING_DAY), List.of(new Rung(RungKind.ASSIGNED, List.of(coach), now)),
                state.unreviewed());
        return actions.append(actions.envelope(client, now, opened, id))
                .then(actions.acknowledge(coach, caseId))
                .thenReturn(caseId);
    }
}
