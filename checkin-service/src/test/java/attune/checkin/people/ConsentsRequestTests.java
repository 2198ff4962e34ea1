package attune.checkin.people;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import attune.checkin.Faults;
import attune.events.JournalEvent.CoachConsent;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.PersonId;
import attune.events.Scope;

import static org.assertj.core.api.Assertions.assertThat;

class ConsentsRequestTests {

    private static final ConsentsChanged NOTHING = new ConsentsChanged(List.of());
    private static final ConsentsChanged PULSE_FOR_ONE = new ConsentsChanged(
            List.of(new CoachConsent(PersonId.of("coach-1"), List.of(Scope.PULSE))));

    @Test
    void givesEveryCoachNamedTheSameScopes() {
        ConsentsChanged said = new ConsentsRequest(List.of("text", "pulse", "pulse"),
                List.of("coach-2", "coach-1", "coach-2")).read(NOTHING);

        assertThat(said.coaches()).containsExactly(
                new CoachConsent(PersonId.of("coach-2"), List.of(Scope.PULSE, Scope.TEXT)),
                new CoachConsent(PersonId.of("coach-1"), List.of(Scope.PULSE, Scope.TEXT)));
    }

    @Test
    void keepsTheCoachesNamedBeforeWhenNoneIsNamed() {
        assertThat(new ConsentsRequest(List.of("conflicts"), null).read(PULSE_FOR_ONE).coaches())
                .containsExactly(new CoachConsent(PersonId.of("coach-1"), List.of(Scope.CONFLICTS)));
    }

    @Test
    void takesEverythingBack() {
        assertThat(new ConsentsRequest(List.of(), null).read(PULSE_FOR_ONE).coaches())
                .containsExactly(new CoachConsent(PersonId.of("coach-1"), List.of()));
        assertThat(new ConsentsRequest(List.of(), List.of()).read(PULSE_FOR_ONE)).isEqualTo(NOTHING);
    }

    @Test
    void asksForTheCoachWhenThereIsNone() {
        assertThat(faults(new ConsentsRequest(List.of("pulse"), null), NOTHING)).containsExactly("/coaches");
        assertThat(faults(new ConsentsRequest(List.of("pulse"), List.of()), PULSE_FOR_ONE))
                .containsExactly("/coaches");
    }

    @Test
    void namesEveryFaultyField() {
        List<String> tooMany = IntStream.range(0, 11).mapToObj(i -> "coach-" + i).toList();

        assertThat(faults(new ConsentsRequest(null, Collections.singletonList(null)), NOTHING))
                .containsExactlyInAnyOrder("/coach", "/coaches/0");
        assertThat(faults(new ConsentsRequest(List.of("all"), List.of("a/b")), NOTHING))
                .containsExactlyInAnyOrder("/coach/0", "/coaches/0");
        assertThat(faults(new ConsentsRequest(List.of("pulse"), List.copyOf(tooMany)), NOTHING))
                .containsExactly("/coaches");
    }

    private static List<String> faults(ConsentsRequest request, ConsentsChanged before) {
        return Faults.of(() -> request.read(before));
    }
}
