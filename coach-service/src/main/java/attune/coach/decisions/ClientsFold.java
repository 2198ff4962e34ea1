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
import attune.coach.rules.RuleBook;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Folded;
import attune.eventlog.folds.Update;
import attune.eventlog.metrics.Stage;
import attune.eventlog.records.Recorded;
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
 * Keeps each client's state and overview, and decides by the rule book what to suggest at everything that the client
 * tells. It reads the journal and nothing else, so that reading it again decides the same.
 */
public final class ClientsFold implements Fold<JournalEvent> {

    private final RuleBook ruleBook;
    private final Decisions decisions;

    public ClientsFold(RuleBook ruleBook) {
        this.ruleBook = ruleBook;
        this.decisions = new Decisions(ruleBook);
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
        return List.of(ClientDocuments.STATES, ClientDocuments.OVERVIEWS, ClientDocuments.CASELOADS);
    }

    @Override
    public List<Update<?>> updates(Recorded<JournalEvent> recorded) {
        Instant happenedAt = recorded.occurredAt().toInstant();
        Instant now = recorded.recordedAt();
        return switch (recorded.event()) {
            case CheckInRecorded checkIn -> List.of(
                    deciding(recorded, state -> state.after(checkIn, happenedAt, now, ruleBook.signs()),
                            _ -> Optional.of(Moment.of(checkIn, happenedAt, now, ruleBook.signs()))),
                    overview(recorded, overview -> overview.after(checkIn, happenedAt, now)));
            case ConflictOpened opened -> List.of(
                    deciding(recorded, state -> state.after(opened, happenedAt, now, ruleBook.signs()),
                            _ -> Optional.of(Moment.of(opened, happenedAt, now))),
                    overview(recorded, overview -> overview.after(opened, happenedAt, now)));
            case ConflictEntryAdded entry -> List.of(
                    deciding(recorded, state -> state.after(entry, happenedAt, now),
                            state -> state.conflict(entry.conflict())
                                    .map(conflict -> Moment.of(entry, conflict, happenedAt, now))),
                    overview(recorded, overview -> overview.after(entry)));
            case ConsentsChanged consents -> consents(recorded, consents);
            case PreferencesChanged _,MeasureAnswered _ -> List.of();
        };
    }

    private Update<ClientState> deciding(Recorded<JournalEvent> recorded,
            UnaryOperator<ClientState> after, Function<ClientState, Optional<Moment>> moment) {
        return Update.deciding(ClientDocuments.STATES, recorded.person().value(), before -> {
            ClientState heard = after.apply(before);
            return moment.apply(heard)
                    .map(found -> decisions.folded(heard, found, recorded.id()))
                    .orElseGet(() -> Folded.of(heard));
        });
    }

    private static Update<Overview> overview(Recorded<JournalEvent> recorded, UnaryOperator<Overview> change) {
        return Update.of(ClientDocuments.OVERVIEWS, recorded.person().value(), change);
    }

    private static List<Update<?>> consents(Recorded<JournalEvent> recorded, ConsentsChanged changed) {
        List<Update<?>> updates = new ArrayList<>();
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
                Update.of(ClientDocuments.STATES, person.value(), ClientState::missingSomething),
                Update.of(ClientDocuments.OVERVIEWS, person.value(), Overview::missingSomething));
    }

    @Override
    public Optional<Stage> stageWhenApplied() {
        return Optional.of(Stage.CONSUMED);
    }

    @Override
    public Optional<Stage> stageWhenDecided() {
        return Optional.of(Stage.SUGGESTED);
    }
}
