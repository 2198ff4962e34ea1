package attune.checkin.conflicts;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import attune.checkin.Faults;
import attune.events.ConflictId;
import attune.events.EntryId;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.PersonId;
import attune.events.Repair;

import static org.assertj.core.api.Assertions.assertThat;

class EntryRequestTests {

    private static final PersonId ANNA = PersonId.of("client-1");
    private static final ConflictId CONFLICT = ConflictId.of("019ab1f2-0c40-7a55-8e10-3b9d6c2f4a02");
    private static final EntryId ID = EntryId.of("019ab1f9-3d80-7b66-a4f3-77c1e05d9b03");
    private static final Instant NOW = Instant.parse("2026-11-23T20:04:05Z");

    @ParameterizedTest
    @CsvSource({"time-out, ok, /repair, /howReceived, /understood", "repair-tried, /minutes, ok, ok, ok",
            "repair-received, /minutes, ok, ok, ok", "understood, /minutes, /repair, /howReceived, ok",
            "note, /minutes, /repair, /howReceived, /understood", "resolved, /minutes, /repair, /howReceived, ok",
            "reopened, /minutes, /repair, /howReceived, /understood"})
    void takesOnlyWhatFitsTheKind(String kind, String minutes, String repair, String howReceived, String understood) {
        assertThat(faults(new EntryRequest(kind, null, 30, null, null, null, "n"))).isEqualTo(expected(minutes));
        assertThat(faults(new EntryRequest(kind, null, null, "sorry", null, null, "n"))).isEqualTo(expected(repair));
        assertThat(faults(new EntryRequest(kind, null, null, null, 3, null, "n"))).isEqualTo(expected(howReceived));
        assertThat(faults(new EntryRequest(kind, null, null, null, null, 3, "n"))).isEqualTo(expected(understood));
    }

    private static List<String> expected(String fault) {
        return fault.equals("ok") ? List.of() : List.of(fault);
    }

    @Test
    void needsAKindAndForANoteTheNote() {
        assertThat(faults(new EntryRequest(null, null, null, null, null, null, null))).containsExactly("/kind");
        assertThat(faults(new EntryRequest("note", null, null, null, null, null, " "))).containsExactly("/note");
        assertThat(faults(new EntryRequest("resolved", null, null, null, null, null, null))).isEmpty();
    }

    @Test
    void namesEveryFaultyField() {
        assertThat(faults(new EntryRequest("time-out", "now", 1441, "hug", 0, 6, "n".repeat(4001))))
                .contains("/occurredAt", "/minutes", "/repair", "/howReceived", "/understood", "/note");
        assertThat(faults(new EntryRequest("time-out", null, 0, null, null, null, null))).containsExactly("/minutes");
        assertThat(faults(new EntryRequest("unknown", null, null, null, null, null, null))).containsExactly("/kind");
    }

    @Test
    void saysWhatWasSent() {
        ConflictEntryAdded said = new EntryRequest("repair-tried", null, null, "calm", 4, 2, "I asked for a break.")
                .read(ANNA, CONFLICT, ID, NOW).event();

        assertThat(said.repair()).isEqualTo(Repair.CALM);
        assertThat(said.howReceived()).isEqualTo(4);
        assertThat(said.understood()).isEqualTo(2);
    }

    private static List<String> faults(EntryRequest request) {
        return Faults.of(() -> request.read(ANNA, CONFLICT, ID, NOW));
    }
}
