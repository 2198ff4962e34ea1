package attune.coach.client;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import attune.coach.Told.ConflictStory;
import attune.coach.rules.RuleBookFile;
import attune.events.EntryKind;

import static attune.coach.Told.aCheckIn;
import static attune.coach.Told.aConflict;
import static attune.coach.Told.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is known of a client. */
class ClientStateTests {

    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    private static final Signs SIGNS = RuleBookFile.inForce().signs();

    @Test
    void keepsMeanAndRecentAndTheLastByWhenItHappened() {
        Ratings ratings = Ratings.NONE.with(4, NOW).with(2, NOW.plusSeconds(60)).with(null, NOW)
                .with(5, NOW.minusSeconds(60));

        assertThat(ratings.count()).isEqualTo(3);
        assertThat(ratings.mean()).isEqualTo(11 / 3.0, within(1e-9));
        assertThat(ratings.recent()).isEqualTo(3.88, within(1e-9));
        assertThat(ratings.last()).isEqualTo(2);
        assertThat(ratings.lastAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void followsAConflictThroughItsEntries() {
        ConflictStory story = aConflict().goingOn();
        ClientState opened = ClientState.INITIAL.after(story.event(), NOW, NOW, SIGNS);
        ClientState repaired = opened.after(anEntry(story.id(), EntryKind.REPAIR_TRIED), NOW, NOW);
        ClientState resolved = repaired.after(anEntry(story.id(), EntryKind.RESOLVED), NOW, NOW);

        assertThat(opened.conflict(story.id())).get().matches(conflict -> !conflict.mended());
        assertThat(repaired.conflict(story.id())).get().matches(Conflict::mended);
        assertThat(resolved.conflict(story.id())).get()
                .matches(conflict -> conflict.resolved() && !conflict.stillGoingOn());
    }

    @Test
    void keepsAConflictAsItWasToldFirst() {
        ConflictStory story = aConflict().intensity(2);
        ClientState state = ClientState.INITIAL.after(story.event(), NOW, NOW, SIGNS);

        assertThat(state.after(story.intensity(5).event(), NOW, NOW, SIGNS)).isEqualTo(state);
    }

    @Test
    void forgetsWhatIsOld() {
        ClientState state = ClientState.INITIAL.after(aConflict().event(), NOW, NOW, SIGNS)
                .after(aCheckIn().mood(5).event(), NOW, NOW, SIGNS);
        Instant later = NOW.plus(Duration.ofDays(31));

        ClientState afterAMonth = state.after(aCheckIn().event(), later, later, SIGNS);

        assertThat(state.conflicts()).hasSize(1);
        assertThat(state.goodMoments()).hasSize(1);
        assertThat(afterAMonth.conflicts()).isEmpty();
        assertThat(afterAMonth.goodMoments()).isEmpty();
        assertThat(afterAMonth.mood().count()).isEqualTo(2);
    }
}
