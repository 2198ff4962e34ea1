package attune.checkin.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import attune.http.problems.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;

class LookupsTests {

    private final List<Set<String>> asked = new ArrayList<>();
    private final List<Sinks.One<Map<String, String>>> answers = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Lookups<String> lookups = new Lookups<>(this::query);

    private Mono<Map<String, String>> query(Collection<String> ids) {
        Sinks.One<Map<String, String>> answer = Sinks.one();
        asked.add(new TreeSet<>(ids));
        answers.add(answer);
        return answer.asMono();
    }

    @Test
    void asksAtOnceWhenNothingIsUnderWay() {
        lookUp("a");

        assertThat(asked).containsExactly(Set.of("a"));
    }

    @Test
    void asksForAllTogetherWhoCameMeanwhile() {
        lookUp("a");
        lookUp("b");
        lookUp("c");
        lookUp("b");

        answers.getFirst().tryEmitValue(Map.of("a", "A")).orThrow();
        assertThat(asked).containsExactly(Set.of("a"), Set.of("b", "c"));

        answers.get(1).tryEmitValue(Map.of("b", "B")).orThrow();
        assertThat(heard).containsExactly("A", "B", "nothing", "B");
        assertThat(asked).hasSize(2);
    }

    @Test
    void answersEverybodyWhenAQueryFailsAndGoesOn() {
        lookUp("a");
        lookUp("b");

        answers.getFirst().tryEmitError(new IllegalStateException("away")).orThrow();
        answers.get(1).tryEmitValue(Map.of()).orThrow();

        assertThat(heard).containsExactly("not-now", "nothing");
    }

    @Test
    void asksForNoMoreThanFitsIntoAQuery() {
        IntStream.range(0, 1_202).forEach(i -> lookUp("id-" + i));

        for (int i = 0; i < answers.size(); i++) {
            answers.get(i).tryEmitValue(asked.get(i).stream().collect(Collectors.toMap(id -> id, id -> id))).orThrow();
        }

        assertThat(asked).allMatch(ids -> ids.size() <= 500);
        assertThat(heard).hasSize(1_202).doesNotContain("nothing");
    }

    private void lookUp(String id) {
        var _ = lookups.find(id).defaultIfEmpty("nothing")
                .onErrorResume(ProblemException.class, problem -> Mono.just(problem.kind().code()))
                .subscribe(heard::add);
    }
}
