package attune.checkin.checkins;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import attune.checkin.Faults;
import attune.checkin.intake.Said;
import attune.events.About;
import attune.events.Audience;
import attune.events.CheckInId;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.PersonId;
import attune.events.PrivateText;

import static org.assertj.core.api.Assertions.assertThat;

class CheckInRequestTests {

    private static final PersonId ANNA = PersonId.of("client-1");
    private static final CheckInId ID = CheckInId.of("019ab1f0-6a00-7c3e-9d21-5f0e8b7a1c01");
    private static final Instant NOW = Instant.parse("2026-11-23T20:04:05.678Z");

    @Test
    void takesWhatIsWithinItsBounds() {
        Said<CheckInRecorded> said = new CheckInRequest("2026-11-23T21:04:00.1239+01:00", "partner", 1, 5, 2, 3,
                Collections.nCopies(12, "x".repeat(40)), "n".repeat(4000), List.of("partner", "coach"))
                .read(ANNA, ID, NOW);

        assertThat(said.occurredAt()).isEqualTo(OffsetDateTime.parse("2026-11-23T21:04:00.123+01:00"));
        assertThat(said.event().about()).isEqualTo(About.PARTNER);
        assertThat(said.event().words()).hasSize(12);
        assertThat(said.event().audience()).containsExactly(Audience.COACH, Audience.PARTNER);
    }

    @Test
    void needsNothingButTheMood() {
        CheckInRecorded event = withMood(3).read(ANNA, ID, NOW).event();

        assertThat(event).isEqualTo(
                new CheckInRecorded(ID, About.SELF, 3, null, null, null, List.of(), null, List.of(), null));
    }

    @Test
    void takesABlankNoteForNone() {
        assertThat(new CheckInRequest(null, null, 3, null, null, null, null, " \n", null).read(ANNA, ID, NOW).event()
                .note()).isNull();
    }

    @Test
    void keepsTextAsItWasWritten() {
        String text = " Ünïcödé \uD83D\uDE42 ${jndi:ldap://x} <b>\r\ndata: ";

        assertThat(new CheckInRequest(null, null, 3, null, null, null, null, text, null).read(ANNA, ID, NOW).event()
                .note()).isEqualTo(PrivateText.of(text));
    }

    @Test
    void countsAnEmojiAsOneCharacter() {
        assertThat(faults(new CheckInRequest(null, null, 3, null, null, null, List.of("\uD83D\uDE42".repeat(40)),
                "\uD83D\uDE42".repeat(4000), null))).isEmpty();
    }

    @Test
    void namesEveryFaultyField() {
        assertThat(faults(new CheckInRequest("yesterday", "neighbour", null, 0, 6, -1,
                List.of("ok", " ", "x".repeat(41)), "n".repeat(4001), List.of("coach", "everyone"))))
                .containsExactlyInAnyOrder("/occurredAt", "/about", "/mood", "/energy", "/safety", "/understood",
                        "/words/1", "/words/2", "/note", "/audience/1");
    }

    @Test
    void refusesMoreWordsThanTwelveAndWordsThatAreNone() {
        assertThat(faults(withWords(Collections.nCopies(13, "tense")))).containsExactly("/words");
        assertThat(faults(withWords(Collections.singletonList(null)))).containsExactly("/words/0");
    }

    @Test
    void refusesTheNameKeptForNewerVersions() {
        assertThat(faults(new CheckInRequest(null, "unknown", 3, null, null, null, null, null, List.of("unknown"))))
                .containsExactly("/about", "/audience/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T21:04:00", "2026-11-23", "2026-11-23T21:04+01:00", "2026-02-30T21:04:00Z",
            "2026-11-23T21:04:60Z", "2026-11-23T24:00:00Z", "+2026-11-23T21:04:00Z", "2026-11-23T21:04:00+25:00",
            "1899-12-31T23:59:59Z", "2026-11-23T20:09:05.679Z", "9999-12-31T23:59:59Z", "0000-00-00T00:00:00Z", ""})
    void refusesTimesThatAreNoneOrOutOfBounds(String time) {
        assertThat(faults(at(time))).containsExactly("/occurredAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T20:09:05.678Z", "2026-11-23t21:09:05+01:00", "1900-01-01T00:00:00Z",
            "2026-11-24T08:09:00+12:00", "2026-11-23T20:04:00-00:00", "2026-11-23T20:04:00.123456789Z"})
    void takesTimesUpToFiveMinutesAhead(String time) {
        assertThat(faults(at(time))).isEmpty();
    }

    @Test
    void hasTheSameIdForTheSamePersonAndIdOnly() {
        Said<CheckInRecorded> said = withMood(3).read(ANNA, ID, NOW);

        assertThat(withMood(4).read(ANNA, ID, NOW.plusSeconds(9)).id()).isEqualTo(said.id());
        assertThat(withMood(3).read(PersonId.of("client-2"), ID, NOW).id()).isNotEqualTo(said.id());
    }

    private static CheckInRequest withMood(int mood) {
        return new CheckInRequest(null, null, mood, null, null, null, null, null, null);
    }

    private static CheckInRequest withWords(List<@Nullable String> words) {
        return new CheckInRequest(null, null, 3, null, null, null, words, null, null);
    }

    private static CheckInRequest at(String time) {
        return new CheckInRequest(time, null, 3, null, null, null, null, null, null);
    }

    private static List<String> faults(CheckInRequest request) {
        return Faults.of(() -> request.read(ANNA, ID, NOW));
    }
}
