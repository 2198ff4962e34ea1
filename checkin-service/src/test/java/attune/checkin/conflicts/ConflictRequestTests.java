package attune.checkin.conflicts;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import attune.checkin.Faults;
import attune.events.About;
import attune.events.Conduct;
import attune.events.ConflictId;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.PersonId;

import static org.assertj.core.api.Assertions.assertThat;

class ConflictRequestTests {

    private static final PersonId ANNA = PersonId.of("client-1");
    private static final ConflictId ID = ConflictId.of("019ab1f2-0c40-7a55-8e10-3b9d6c2f4a02");
    private static final Instant NOW = Instant.parse("2026-11-23T20:04:05Z");

    @Test
    void needsNothingButWhomItIsAbout() {
        ConflictOpened said = new ConflictRequest(null, "work", null, null, null, null, null, null, null, null)
                .read(ANNA, ID, NOW).event();

        assertThat(said).isEqualTo(new ConflictOpened(ID, About.WORK, null, null, null, false, null, List.of(), null,
                List.of(), null));
    }

    @Test
    void takesWhatWasSaidOrDoneAsASet() {
        ConflictOpened said = new ConflictRequest(null, "partner", "money", 4, 4, true, "He left.",
                List.of("stonewalling", "criticism", "criticism"), 2, List.of("coach")).read(ANNA, ID, NOW).event();

        assertThat(said.saidOrDone()).containsExactly(Conduct.CRITICISM, Conduct.STONEWALLING);
        assertThat(said.stillGoingOn()).isTrue();
    }

    @Test
    void namesEveryFaultyField() {
        assertThat(faults(new ConflictRequest("now", null, "t".repeat(81), 0, 6, null, "w".repeat(4001),
                List.of("shouting"), 9, List.of("all"))))
                .containsExactlyInAnyOrder("/occurredAt", "/about", "/topic", "/intensity", "/arousal",
                        "/whatHappened", "/saidOrDone/0", "/understood", "/audience/0");
    }

    private static List<String> faults(ConflictRequest request) {
        return Faults.of(() -> request.read(ANNA, ID, NOW));
    }
}
