package attune.coach.feed;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import attune.coach.Told;
import attune.eventlog.records.Recorded;
import attune.events.Audience;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.CoachingEvent.Withheld;
import attune.events.EntryKind;
import attune.events.Event;
import attune.events.Log;
import attune.events.Position;
import attune.events.PrivateText;
import attune.events.Scope;
import attune.events.Subject;
import attune.events.SubjectKind;
import attune.events.SuggestionId;

import static attune.coach.Told.aCheckIn;
import static attune.coach.Told.aConflict;
import static attune.coach.Told.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

/** What each combination of scopes lets a coach see. */
class FeedItemScopesTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String WORDS = "the client's own words";
    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");

    static Stream<Set<Scope>> allScopes() {
        List<Scope> scopes = List.of(Scope.PULSE, Scope.TEXT, Scope.CONFLICTS);
        return IntStream.range(0, 8).mapToObj(bits -> {
            Set<Scope> chosen = EnumSet.noneOf(Scope.class);
            for (int i = 0; i < 3; i++) {
                if ((bits >> i & 1) == 1) {
                    chosen.add(scopes.get(i));
                }
            }
            return chosen;
        });
    }

    @ParameterizedTest
    @MethodSource("allScopes")
    void checkInsShowRatingsByPulseAndWordsByText(Set<Scope> scopes) {
        var event = aCheckIn().mood(2).safety(4).words(WORDS).note(WORDS).event();
        String seen = seen(CheckInItem.of(recorded(event), event), scopes);

        assertThat(seen.contains("\"mood\":2")).isEqualTo(scopes.contains(Scope.PULSE));
        assertThat(seen.contains("\"safety\":4")).isEqualTo(scopes.contains(Scope.PULSE));
        assertThat(seen.contains(WORDS)).isEqualTo(scopes.contains(Scope.TEXT));
        assertThat(seen.isEmpty()).isEqualTo(!scopes.contains(Scope.PULSE) && !scopes.contains(Scope.TEXT));
    }

    @ParameterizedTest
    @MethodSource("allScopes")
    void conflictsAndEntriesShowByConflictsAndTheirWordsByTextToo(Set<Scope> scopes) {
        var story = aConflict().intensity(4);
        var opened = story.event();
        var entry = anEntry(story.id(), EntryKind.NOTE);
        String seen = seen(ConflictItem.of(recorded(opened), opened), scopes);
        String seenEntry = seen(EntryItem.of(recorded(entry), entry), scopes);

        assertThat(seen.contains("\"intensity\":4")).isEqualTo(scopes.contains(Scope.CONFLICTS));
        assertThat(seenEntry.isEmpty()).isEqualTo(!scopes.contains(Scope.CONFLICTS));
        boolean words = scopes.contains(Scope.CONFLICTS) && scopes.contains(Scope.TEXT);
        assertThat(seen.contains("a topic")).isEqualTo(words);
        assertThat(seen.contains("what happened")).isEqualTo(words);
        assertThat(seenEntry.contains("a note of an entry")).isEqualTo(words);
    }

    @ParameterizedTest
    @MethodSource("allScopes")
    void suggestionsShowWithWhatCausedThem(Set<Scope> scopes) {
        boolean pulseOrText = scopes.contains(Scope.PULSE) || scopes.contains(Scope.TEXT);
        boolean pulseAndText = scopes.contains(Scope.PULSE) && scopes.contains(Scope.TEXT);
        boolean conflicts = scopes.contains(Scope.CONFLICTS);

        String afterCheckIn = seen(suggestion(SubjectKind.CHECK_IN), scopes);
        assertThat(afterCheckIn.isEmpty()).isEqualTo(!pulseOrText);
        assertThat(afterCheckIn.contains("because")).isEqualTo(pulseAndText);
        String afterConflict = seen(suggestion(SubjectKind.CONFLICT), scopes);
        assertThat(afterConflict.isEmpty()).isEqualTo(!conflicts);
        assertThat(afterConflict.contains("because")).isEqualTo(conflicts);
    }

    @Test
    void suggestionsDoNotTellCoachesWhatElseWasLookedAt() {
        assertThat(seen(suggestion(SubjectKind.CONFLICT), EnumSet.allOf(Scope.class)))
                .doesNotContain("sign-of-fear").doesNotContain("arousal");
    }

    private static SuggestionItem suggestion(SubjectKind about) {
        SuggestionOffered offered = new SuggestionOffered(new SuggestionId(UUID.randomUUID()), "R02", "1", "R02.x",
                PrivateText.of("t"), PrivateText.of("b"), List.of(), PrivateText.of("because"), "B", 5,
                new Subject(about, UUID.randomUUID()), NOW, NOW.plusSeconds(60), Map.of("arousal", "5"),
                List.of(new Withheld("R08", "sign-of-fear")), List.of(Audience.COACH));
        return SuggestionItem.of(recorded(offered), offered);
    }

    private static Recorded<?> recorded(Event event) {
        return new Recorded<>(new Position(Log.JOURNAL, 0, 0), Told.by("client-1").envelope(event));
    }

    private static String seen(FeedItem item, Set<Scope> scopes) {
        return item.within(scopes).map(JSON::writeValueAsString).orElse("");
    }
}
