package attune.coach.caseload;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import attune.coach.Told.ConflictStory;
import attune.coach.client.ClientDocuments;
import attune.coach.client.Overview;
import attune.coach.gate.GateState;
import attune.events.Audience;
import attune.events.EntryKind;
import attune.events.PersonId;
import attune.events.Scope;

import static attune.coach.Told.aCheckIn;
import static attune.coach.Told.aConflict;
import static attune.coach.Told.anEntry;
import static attune.coach.Told.consent;
import static attune.coach.Told.noConsents;
import static org.assertj.core.api.Assertions.assertThat;

/** Why a coach is told to look at a client, in words. */
class AttentionTests {

    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    private static final Set<Scope> ALL = EnumSet.of(Scope.PULSE, Scope.TEXT, Scope.CONFLICTS);
    private static final Overview NEW = ClientDocuments.OVERVIEWS.initial();

    @Test
    void saysNothingOfWhoIsWell() {
        assertThat(texts(checkIns(NEW, 4, 4, 4), ALL)).isEmpty();
        assertThat(texts(NEW, ALL)).containsExactly("Has not shared anything yet.");
    }

    @Test
    void namesLowSafetyAndItsFall() {
        Overview overview = checkIns(NEW, 5, 5, 5, 5, 5, 5, 1, 1);

        assertThat(texts(overview, ALL)).containsExactly("Rated their safety at 1 of 5 within the last day.",
                "Safety has fallen: lately 3.0, usually 4.0.");
        assertThat(texts(overview, EnumSet.of(Scope.TEXT))).isEmpty();
    }

    @Test
    void namesConflictsWithoutAStepTowardEachOther() {
        ConflictStory one = aConflict();
        ConflictStory other = aConflict();
        Instant then = NOW.minus(Duration.ofDays(2));
        Overview overview = NEW.after(one.event(), then, then).after(other.event(), then, then);

        assertThat(texts(overview, ALL))
                .containsExactly("2 conflicts are open, without a step toward each other so far.");
        assertThat(texts(overview.after(anEntry(one.id(), EntryKind.REPAIR_TRIED)), ALL))
                .containsExactly("A conflict is open, without a step toward each other so far.");
        assertThat(texts(overview, EnumSet.of(Scope.PULSE))).isEmpty();
    }

    @Test
    void namesSilenceThatIsLongerThanUsual() {
        Overview overview = NEW;
        for (int day = 30; day >= 10; day -= 2) {
            Instant at = NOW.minus(Duration.ofDays(day));
            overview = overview.after(aCheckIn().mood(4).event(), at, at);
        }

        assertThat(texts(overview, ALL)).containsExactly("Has shared nothing for 10 days; usually every 2 days.");
    }

    @Test
    void namesWaitingSuggestionsAndWhatCouldNotBeRead() {
        Overview overview = checkIns(NEW, 4).missingSomething();

        assertThat(Attention.reasons(overview, GateState.INITIAL, ALL, 2, NOW)).extracting(Attention.Reason::text)
                .containsExactly(
                        "Something that this client sent could not be read; what you see may be incomplete.",
                        "2 suggestions wait for their answer.");
    }

    @Test
    void knowsNothingOfWhatIsNotShared() {
        Overview overview = NEW.after(aCheckIn().safety(1).sharedWith(Audience.PARTNER).event(), NOW, NOW)
                .after(aConflict().sharedWith().event(), NOW, NOW);

        assertThat(overview).isEqualTo(NEW);
    }

    @Test
    void asksTheConsentInForceAndNoOther() {
        Overview overview = NEW.after(consent("coach-1", Scope.PULSE));

        assertThat(overview.scopesOf(PersonId.of("coach-1"))).contains(Set.of(Scope.PULSE));
        assertThat(overview.scopesOf(PersonId.of("coach-2"))).isEmpty();
        assertThat(overview.after(consent("coach-1")).scopesOf(PersonId.of("coach-1"))).isEmpty();
        assertThat(overview.after(noConsents()).scopesOf(PersonId.of("coach-1"))).isEmpty();
    }

    private static Overview checkIns(Overview before, int... safety) {
        Overview overview = before;
        for (int i = 0; i < safety.length; i++) {
            Instant at = NOW.minus(Duration.ofHours(safety.length - i));
            overview = overview.after(aCheckIn().safety(safety[i]).event(), at, at);
        }
        return overview;
    }

    private static List<String> texts(Overview overview, Set<Scope> scopes) {
        return Attention.reasons(overview, GateState.INITIAL, scopes, 0, NOW).stream().map(Attention.Reason::text)
                .toList();
    }
}
