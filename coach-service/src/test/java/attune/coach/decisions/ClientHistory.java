package attune.coach.decisions;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

import attune.coach.Told;
import attune.coach.client.ClientDocuments;
import attune.coach.client.ClientState;
import attune.coach.rules.RuleBook;
import attune.coach.rules.RuleBookFile;
import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Folded;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.CoachingEvent.NothingSuggested;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.CoachingEvent.Withheld;
import attune.events.Event;
import attune.events.JournalEvent;
import attune.events.Log;
import attune.events.Position;

/** What one client tells, one thing after the other, and what Attune makes of it: the fold without its machinery. */
public final class ClientHistory {

    private static final RuleBook RULE_BOOK = RuleBookFile.inForce();

    private static final JsonMapper DATABASE = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private final ClientsFold fold = new ClientsFold(RULE_BOOK);
    private ClientState state = ClientState.INITIAL;
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
        decisions = List.of();
        for (Update<?> update : fold.updates(recorded)) {
            if (update.kind().equals(ClientDocuments.STATES)) {
                Folded<?> folded = apply(update);
                state = (ClientState) folded.state();
                decisions = folded.decisions();
            }
        }
        return this;
    }

    /** An event comes that cannot be read. */
    public ClientHistory tellsSomethingUnreadable() {
        state = state.missingSomething();
        return this;
    }

    /** A batch ends here: the state goes to the database and comes back. */
    public ClientHistory isSavedAndLoaded() {
        state = DATABASE.readValue(DATABASE.writeValueAsBytes(state), ClientState.class);
        return this;
    }

    @SuppressWarnings("unchecked")
    private <S extends Record> Folded<S> apply(Update<S> update) {
        return update.change().apply((S) state);
    }

    public ClientHistory after(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    public Instant now() {
        return now;
    }

    public ClientState state() {
        return state;
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
