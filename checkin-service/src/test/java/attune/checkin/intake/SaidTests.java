package attune.checkin.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import attune.events.About;
import attune.events.CheckInId;
import attune.events.EventId;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.PersonId;

import static org.assertj.core.api.Assertions.assertThat;

class SaidTests {

    private static final OffsetDateTime EVENING = OffsetDateTime.parse("2026-11-23T21:04:00+01:00");
    private static final CheckInRecorded TENSE = new CheckInRecorded(
            CheckInId.of("019ab1f0-6a00-7c3e-9d21-5f0e8b7a1c01"), About.SELF, 2, null, null, null, List.of(), null,
            List.of(), null);

    @Test
    void isTheSameWithTheSameTime() {
        assertThat(said(EVENING).sameAs(TENSE, EVENING)).isTrue();
    }

    @Test
    void isTheSameWhenItLeavesTheTimeOut() {
        assertThat(said(null).sameAs(TENSE, EVENING)).isTrue();
    }

    @Test
    void isAnotherWithAnotherTimeOrOffset() {
        assertThat(said(EVENING.plusNanos(1_000_000)).sameAs(TENSE, EVENING)).isFalse();
        assertThat(said(OffsetDateTime.parse("2026-11-23T20:04:00Z")).sameAs(TENSE, EVENING)).isFalse();
    }

    private static Said<CheckInRecorded> said(@Nullable OffsetDateTime occurredAt) {
        Instant now = Instant.parse("2026-11-23T20:05:00Z");
        return new Said<>(EventId.of("019ab1f0-6a00-7c3e-9d21-5f0e8b7a1c02"), PersonId.of("client-1"), TENSE,
                occurredAt, now);
    }
}
