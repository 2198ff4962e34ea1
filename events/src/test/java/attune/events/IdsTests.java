package attune.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdsTests {

    private static final Instant NOW = Instant.parse("2026-11-23T20:31:07.042Z");
    private static final EventId CAUSE = EventId.of("019ab1f0-6a00-7c3e-9d21-5f0e8b7a1c01");
    private static final PersonId ANNA = PersonId.of("client-1");

    @Test
    void aNewIdHasTheFormOfVersion7() {
        assertThat(Stream.generate(() -> EventId.random(NOW).value()).limit(1000)).allSatisfy(uuid -> {
            assertThat(uuid.version()).isEqualTo(7);
            assertThat(uuid.variant()).isEqualTo(2);
            assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
        });
    }

    @Test
    void newIdsOfOneMillisecondDiffer() {
        assertThat(Stream.generate(() -> EventId.random(NOW)).limit(10_000)).doesNotHaveDuplicates();
    }

    @Test
    void idsMadeLaterSortLaterAsTextAndAsUuid() {
        List<EventId> ids = Stream.iterate(NOW, now -> now.plusMillis(1)).limit(1000).map(EventId::random).toList();
        assertThat(ids.stream().map(EventId::toString)).isSorted();
        assertThat(ids.stream().map(EventId::value)).isSorted();
    }

    @Test
    void whatIsDecidedTwiceHasOneId() {
        assertThat(EventId.derivedFrom(CAUSE, "R02"))
                .isEqualTo(EventId.derivedFrom(EventId.of(CAUSE.toString()), "R02"));
    }

    /** A release that derives other ids would decide everything again: these values never change. */
    @Test
    void derivedIdsAreTheSameInEveryRelease() {
        assertThat(EventId.derivedFrom(CAUSE, "R02")).hasToString("e0b3d24d-aee6-8dc6-8a52-fb03b5420c4d");
        assertThat(EventId.derivedFrom(CAUSE, "R08")).hasToString("122be71e-2020-85cb-9004-9e4a530d0f17");
        assertThat(SuggestionId.derivedFrom(CAUSE, "R02")).hasToString("11a044aa-f620-8930-ab86-3d0d1e3124c3");
        assertThat(NotificationId.derivedFrom(CAUSE, "suggestion")).hasToString("6b851b6c-f16c-8ce0-88cb-f27c6e1d73cd");
        assertThat(EventId.about(ANNA, EventType.CHECKIN_RECORDED, CAUSE.toString()))
                .hasToString("ace115db-e948-8b7a-879e-2e6c7b9b38f5");
        assertThat(EventId.about(ANNA, EventType.PREFERENCES_CHANGED))
                .hasToString("56a79bea-5201-84aa-aaad-d61c6754e3df");
        assertThat(EventId.about(ANNA, EventType.CONFLICT_ENTRY_ADDED, "a", "b"))
                .hasToString("a003673f-4e74-89d3-b6ed-f15a94484459");
        assertThat(DerivedUuid.of("ä😀", "")).hasToString("c7fcf186-cd82-8b86-9415-66045150d7af");
    }

    @Test
    void derivedIdsHaveTheFormOfVersion8() {
        assertThat(Stream.iterate(0, i -> i + 1).limit(1000).map(i -> DerivedUuid.of("form", i.toString())))
                .doesNotHaveDuplicates()
                .allSatisfy(uuid -> {
                    assertThat(uuid.version()).isEqualTo(8);
                    assertThat(uuid.variant()).isEqualTo(2);
                });
    }

    @Test
    void whereOnePartEndsMakesADifference() {
        assertThat(Stream.of(parts(), parts(""), parts("", ""), parts("ab"), parts("a", "b"), parts("", "ab"),
                parts("ab", ""), parts("a", "", "b"), parts("b", "a"), parts("a/b"), parts("a\0b"), parts("a,b"),
                parts("\0\0\0\1b"), parts("a\0\0\0\1b"))).doesNotHaveDuplicates();
    }

    @Test
    void noPersonNoTypeAndNoKindOfIdMeetsAnother() {
        EventId first = EventId.about(ANNA, EventType.CHECKIN_RECORDED, "x");
        assertThat(Stream.of(first.value(),
                EventId.about(PersonId.of("client-11"), EventType.CHECKIN_RECORDED, "x").value(),
                EventId.about(ANNA, EventType.CONFLICT_OPENED, "x").value(),
                EventId.derivedFrom(CAUSE, "suggestion").value(),
                SuggestionId.derivedFrom(CAUSE, "suggestion").value(),
                NotificationId.derivedFrom(CAUSE, "suggestion").value())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void oneIdHasOneSpellingButForCapitals(Function<String, Object> reader) {
        assertThat(reader.apply("019AB1F0-6A00-7C3E-9D21-5F0E8B7A1C01"))
                .isEqualTo(reader.apply(CAUSE.toString()))
                .hasToString(CAUSE.toString());
        assertThat(Stream.of("", "1-2-3-4-5", "019ab1f0-6a00-7c3e-9d21-5f0e8b7a1c0", "019ab1f06a007c3e9d215f0e8b7a1c01",
                "019ab1f0-6a00-7c3e-9d21-5f0e8b7a1c01 ", "{19ab1f0-6a00-7c3e-9d21-5f0e8b7a1c01}",
                "00000001-0001-0001-00001-00000000001", "019ab1f0-6a00-7c3e-9d21-5f0e8b7a1cxx",
                "019ab1f0_6a00_7c3e_9d21_5f0e8b7a1c01", "------------------------------------",
                "+19ab1f0-6a00-7c3e-9d21-5f0e8b7a1c01", "٠19ab1f0-6a00-7c3e-9d21-5f0e8b7a1c01"))
                .allSatisfy(text -> assertThatThrownBy(() -> reader.apply(text))
                        .isInstanceOf(IllegalArgumentException.class));
    }

    static Stream<Function<String, Object>> readers() {
        return Stream.of(EventId::of, CheckInId::of, ConflictId::of, EntryId::of, SuggestionId::of,
                NotificationId::of);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-1", "a", "4c1f0f0e-8a1b-4c5d-9e2f-0a1b2c3d4e5f", "auth0:x_Y.z"})
    void aPersonIdIsTakenAsItIs(String text) {
        assertThat(PersonId.of(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "client 1", "client/1", "client-1\n", "clïent", "a$b", "a@b"})
    void whatCouldBreakTheIdOfADocumentIsNoPersonId(String text) {
        assertThatThrownBy(() -> PersonId.of(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("client");
    }

    @Test
    void aPersonIdHasAnEnd() {
        assertThat(PersonId.of("x".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> PersonId.of("x".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }

    private static UUID parts(String... parts) {
        return EventId.about(ANNA, EventType.CHECKIN_RECORDED, parts).value();
    }
}
