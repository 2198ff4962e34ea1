package attune.coach.decisions;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

import attune.coach.Told;
import attune.coach.client.ClientDocuments;
import attune.coach.client.ClientState;
import attune.coach.gate.GateFold;
import attune.coach.gate.GateState;
import attune.coach.gate.Ladder;
import attune.coach.rules.RuleBook;
import attune.coach.rules.RuleBookFile;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Folded;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.CoachingEvent;
import attune.events.CoachingEvent.NothingSuggested;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.CoachingEvent.Withheld;
import attune.events.Envelope;
import attune.events.Event;
import attune.events.EventId;
import attune.events.JournalEvent;
import attune.events.Log;
import attune.events.PersonId;
import attune.events.Position;

import static org.assertj.core.api.Assertions.assertThat;

/** What one client tells, one thing after the other, and what Attune makes of it: the folds without their machinery. */
public final class ClientHistory {

    private static final RuleBook RULE_BOOK = RuleBookFile.inForce();

    private static final JsonMapper DATABASE = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private static final Ladder LADDER = new Ladder(Duration.ofHours(4), Duration.ofMinutes(15),
            List.of(PersonId.of("coach-2")), List.of(PersonId.of("coach-3")));

    private final ClientsFold fold = new ClientsFold(RULE_BOOK);
    private final GateFold gate = new GateFold(RuleBookFile.all(), LADDER);
    private final Map<DocumentKind<?>, Record> states = new HashMap<>();
    private Instant now = Instant.parse("2026-11-23T20:00:00Z");
    private long offset;
    private List<Decision> decisions = List.of();

    /** The client tells something now, and it is so now. */
    public ClientHistory tells(JournalEvent event) {
        return tells(event, now);
    }

    /** The client tells something now that happened then. */
    public ClientHistory tells(JournalEvent event, Instant happenedAt) {
        Recorded<JournalEvent> recorded = new Recorded<>(new Position(Log.JOURNAL, 0, offset++),
                Told.by("client-1").at(happenedAt.atOffset(ZoneOffset.UTC)).recordedAt(now).envelope(event));
        List<Decision> decided = new ArrayList<>();
        for (Decision decision : folded(fold.updates(recorded))) {
            decided.add(decision);
            decided.addAll(onTheLog(decision, recorded.id()));
        }
        decisions = List.copyOf(decided);
        return this;
    }

    /** A coach does something in a case. */
    public ClientHistory isLookedAt(CoachingEvent event) {
        EventId id = EventId.derivedFrom(new EventId(new UUID(offset, 3)), "coach");
        decisions = onTheLog(new Decision("coach", event), id);
        return this;
    }

    /** A decision stands on the coaching log, and so does what follows from it. */
    private List<Decision> onTheLog(Decision decision, EventId cause) {
        EventId id = EventId.derivedFrom(cause, decision.rule());
        Recorded<CoachingEvent> recorded = new Recorded<>(new Position(Log.COACHING, 0, offset++),
                new Envelope<>(id, PersonId.of("client-1"), now.atOffset(ZoneOffset.UTC), now, "a-test", null, null,
                        (CoachingEvent) decision.event()));
        List<Decision> decided = new ArrayList<>();
        for (Decision next : folded(gate.updates(recorded))) {
            decided.add(next);
            decided.addAll(onTheLog(next, id));
        }
        return decided;
    }

    private List<Decision> folded(List<Update<?>> updates) {
        return updates.stream().flatMap(update -> folded(update).stream()).toList();
    }

    private <S extends Record> List<Decision> folded(Update<S> update) {
        if (update.id().equals("client-1")) {
            Folded<S> folded = update.change().apply(state(update.kind()));
            states.put(update.kind(), folded.state());
            return folded.decisions();
        }
        return List.of();
    }

    private <S extends Record> S state(DocumentKind<S> kind) {
        return kind.type().cast(states.getOrDefault(kind, kind.initial()));
    }

    /** An event comes that cannot be read. */
    public ClientHistory tellsSomethingUnreadable() {
        assertThat(folded(fold.incomplete(PersonId.of("client-1")))).isEmpty();
        return this;
    }

    /** A batch ends here: the states go to the database and come back. */
    public ClientHistory isSavedAndLoaded() {
        states.replaceAll((_, state) -> DATABASE.readValue(DATABASE.writeValueAsBytes(state), state.getClass()));
        return this;
    }

    public ClientHistory after(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    public Instant now() {
        return now;
    }

    public ClientState state() {
        return state(ClientDocuments.STATES);
    }

    public GateState gate() {
        return state(GateFold.STATES);
    }

    /** What was decided because of the last event, of one kind. */
    public <E extends CoachingEvent> List<E> decided(Class<E> type) {
        return decisions.stream().map(Decision::event).filter(type::isInstance).map(type::cast).toList();
    }

    /** What was decided because of the last event. */
    public List<Decision> decisions() {
        return decisions;
    }

    public List<SuggestionOffered> offered() {
        List<SuggestionOffered> offered = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision.event() instanceof SuggestionOffered suggestion) {
                offered.add(suggestion);
            }
        }
        return offered;
    }

    /** The cards that were offered because of the last event, such as {@code R02.time-out}. */
    public List<String> cards() {
        return offered().stream().map(SuggestionOffered::card).toList();
    }

    /** What was withheld at the last event, as {@code R08:sign-of-fear}. */
    public List<String> withheld() {
        return decisions.stream().map(Decision::event).flatMap(event -> withheld(event).stream())
                .map(withheld -> withheld.rule() + ":" + withheld.reason()).distinct().toList();
    }

    private static List<Withheld> withheld(Event event) {
        return switch (event) {
            case SuggestionOffered offered -> offered.withheld();
            case NothingSuggested nothing -> nothing.withheld();
            default -> List.of();
        };
    }

    /** Why nothing was suggested at the last event; empty if something was. */
    public String silence() {
        return decisions.stream().map(Decision::event)
                .map(event -> event instanceof NothingSuggested nothing ? nothing.reason() : null)
                .filter(Objects::nonNull)
                .findFirst().orElse("");
    }
}
