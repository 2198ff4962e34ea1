package attune.local.play;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptTests {

    private static final Run RUN = Run.begin(InstantSource.fixed(Instant.parse("2026-11-23T20:00:00Z")));
    private static final List<Question> QUESTIONS = IntStream.range(0, 300)
            .mapToObj(n -> new Question("A title", "Text " + n)).toList();

    private static List<Item> items(long seed) {
        return new Script(RUN, seed, new JsonMapper()).write(QUESTIONS, Script.clients(50), 20);
    }

    @Test
    void isTheSameForTheSameRunAndSeed() {
        assertThat(items(1)).isEqualTo(items(1)).isNotEqualTo(items(2));
    }

    @Test
    void givesEachItemAnIdOfItsOwn() {
        assertThat(items(1)).extracting(Item::id).doesNotHaveDuplicates();
    }

    @Test
    void tellsOfAllKindsAndLetsOnlyConflictsBeFollowed() {
        assertThat(items(1)).extracting(Item::kind).contains(Item.Kind.values());
        assertThat(items(1)).filteredOn(item -> item.kind() == Item.Kind.ENTRY)
                .allSatisfy(item -> {
                    Item conflict = Objects.requireNonNull(item.conflict());
                    assertThat(conflict.client()).isEqualTo(item.client());
                    assertThat(conflict.kind()).isEqualTo(Item.Kind.CONFLICT);
                    assertThat(conflict.due()).isLessThan(item.due());
                });
    }

    @Test
    void sharesEverythingWithTheCoachAndNothingHappensAheadOfItsTime() {
        assertThat(items(1)).filteredOn(item -> item.kind() != Item.Kind.ENTRY)
                .allSatisfy(item -> assertThat(item.body().path("audience").path(0).asString()).isEqualTo("coach"));
        assertThat(items(1)).allSatisfy(item -> assertThat(
                Instant.parse(item.body().path("occurredAt").asString())).isBetween(
                        RUN.began().minusSeconds(3 * 60 * 60), RUN.began().plus(item.due())));
    }

    @Test
    void findsAnEarlierRunByTheIdThatItPrinted() {
        Run again = Run.again(RUN.id().toString());
        assertThat(again.began()).isEqualTo(Instant.parse("2026-11-23T20:00:00Z"));
        assertThat(again.item(7)).isEqualTo(RUN.item(7));
    }
}
