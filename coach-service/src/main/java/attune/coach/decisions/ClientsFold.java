package attune.coach.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import attune.coach.client.ClientDocuments;
import attune.coach.client.ClientState;
import attune.coach.client.Overview;
import attune.coach.rules.Moment;
import attune.coach.rules.Proposed;
import attune.coach.rules.RuleBook;
import attune.coach.safety.Watch;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Folded;
import attune.eventlog.folds.Update;
import attune.eventlog.metrics.Stage;
import attune.eventlog.records.Recorded;
import attune.events.CoachingEvent.SuggestionProposed;
import attune.events.JournalEvent;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.CoachConsent;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.JournalEvent.MeasureAnswered;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.Log;
import attune.events.PersonId;

/**
 * Keeps each client's state and overview, and says at everything that the client tells how much care it asks for and
 * what the rule book would suggest. It reads the journal and nothing else, so that reading it again says the same; what
 * becomes of it is decided on the coaching log, by the gate.
 */
public final class ClientsFold implements Fold<JournalEvent> {

    private final RuleBook ruleBook;

    public ClientsFold(RuleBook ruleBook) {
        this.ruleBook = ruleBook;
    }

    @Override
    public String name() {
        return "clients";
    }

    @Override
    public Log log() {
        return Log.JOURNAL;
    }

    @Override
    public List<DocumentKind<?>> documents() {
        return List.of(ClientDocuments.WATCHES, ClientDocuments.STATES, ClientDocuments.OVERVIEWS,
                ClientDocuments.CASELOADS);
    }

    /** The watch comes first: the gate has to know of a danger before it sees what would be suggested. */
    @Override
    public List<Update<?>> updates(Recorded<JournalEvent> recorded) {
        Instant happenedAt = recorded.occurredAt().toInstant();
        Instant now = recorded.recordedAt();
        return switch (recorded.event()) {
            case CheckInRecorded checkIn -> List.of(
                    watching(recorded, Watching.of(recorded.id(), checkIn, happenedAt, now)),
                    proposing(recorded, state -> state.after(checkIn, happenedAt, now, ruleBook.signs()),
                            _ -> Optional.of(Moment.of(checkIn, happenedAt, now, ruleBook.signs()))),
                    overview(recorded, overview -> overview.after(checkIn, happenedAt, now)));
            case ConflictOpened opened -> List.of(
                    watching(recorded, Watching.of(recorded.id(), opened, happenedAt, now)),
                    proposing(recorded, state -> state.after(opened, happenedAt, now, ruleBook.signs()),
                            _ -> Optional.of(Moment.of(opened, happenedAt, now))),
                    overview(recorded, overview -> overview.after(opened, happenedAt, now)));
            case ConflictEntryAdded entry -> List.of(
                    watching(recorded, Watching.of(recorded.id(), entry, happenedAt, now)),
                    proposing(recorded, state -> state.after(entry, happenedAt, now),
                            state -> state.conflict(entry.conflict())
                                    .map(conflict -> Moment.of(entry, conflict, happenedAt, now))),
                    overview(recorded, overview -> overview.after(entry)));
            case MeasureAnswered answers ->
                List.of(watching(recorded, Watching.of(recorded.id(), answers, happenedAt, now)));
            case ConsentsChanged consents -> consents(recorded, consents);
            case PreferencesChanged _ -> List.of();
        };
    }

    private static Update<Watch> watching(Recorded<JournalEvent> recorded, Watching watching) {
        return Update.deciding(ClientDocuments.WATCHES, recorded.person().value(), watching::folded);
    }

    private Update<ClientState> proposing(Recorded<JournalEvent> recorded,
            UnaryOperator<ClientState> after, Function<ClientState, Optional<Moment>> moment) {
        return Update.deciding(ClientDocuments.STATES, recorded.person().value(), before -> {
            ClientState heard = after.apply(before);
            return new Folded<>(heard, moment.apply(heard).map(found -> proposed(heard, found)).stream().toList());
        });
    }

    private Decision proposed(ClientState state, Moment moment) {
        Proposed proposed = ruleBook.propose(state, moment);
        return new Decision("proposal", new SuggestionProposed(ruleBook.version(), moment.subject(), moment.now(),
                proposed.proposals(), proposed.withheld(), moment.audience()));
    }

    private static Update<Overview> overview(Recorded<JournalEvent> recorded, UnaryOperator<Overview> change) {
        return Update.of(ClientDocuments.OVERVIEWS, recorded.person().value(), change);
    }

    private static List<Update<?>> consents(Recorded<JournalEvent> recorded, ConsentsChanged changed) {
        List<Update<?>> updates = new ArrayList<>();
        updates.add(Update.of(ClientDocuments.WATCHES, recorded.person().value(), watch -> watch.after(changed)));
        updates.add(overview(recorded, overview -> overview.after(changed)));
        changed.coaches().stream().map(CoachConsent::coach).distinct()
                .map(coach -> ClientDocuments.caseloadId(coach, recorded.position().partition()))
                .map(id -> Update.of(ClientDocuments.CASELOADS, id, caseload -> caseload.with(recorded.person())))
                .forEach(updates::add);
        return updates;
    }

    @Override
    public List<Update<?>> incomplete(PersonId person) {
        return List.of(
                Update.of(ClientDocuments.WATCHES, person.value(), Watch::missingSomething),
                Update.of(ClientDocuments.STATES, person.value(), ClientState::missingSomething),
                Update.of(ClientDocuments.OVERVIEWS, person.value(), Overview::missingSomething));
    }

    @Override
    public Optional<Stage> stageWhenApplied() {
        return Optional.of(Stage.CONSUMED);
    }
}
