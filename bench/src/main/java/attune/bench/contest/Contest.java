package attune.bench.contest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Lets contenders take turns.
 *
 * @param plan how long
 * @param loadAtStart the load average before anything of the run was started
 * @param progress told what is going on, a line at a time
 */
public record Contest(Plan plan, double loadAtStart, Consumer<String> progress) {

    /** A/B/A/B: baseline and challenger in turn, so that what befalls the machine befalls both. */
    public Result run(Goal goal, Contender baseline, Contender challenger) throws IOException {
        warmUp(goal, List.of(baseline, challenger));
        List<Showing> baselineRounds = new ArrayList<>();
        List<Showing> challengerRounds = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            baselineRounds.add(take(goal, baseline, plan.round(), "round " + round));
            challengerRounds.add(take(goal, challenger, plan.round(), "round " + round));
        }
        List<Showing> all = Stream.concat(baselineRounds.stream(), challengerRounds.stream()).toList();
        return new Result(goal, baseline.name(), challenger.name(), baselineRounds, challengerRounds,
                VoidRule.flaws(plan, loadAtStart, all));
    }

    /** One alone, where there is nothing to compare with. */
    public Result run(Goal goal, Contender challenger) throws IOException {
        warmUp(goal, List.of(challenger));
        List<Showing> rounds = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            rounds.add(take(goal, challenger, plan.round(), "round " + round));
        }
        return new Result(goal, null, challenger.name(), List.of(), rounds,
                VoidRule.flaws(plan, loadAtStart, rounds));
    }

    private void warmUp(Goal goal, List<Contender> contenders) throws IOException {
        for (int round = 1; round <= plan.warmUps(); round++) {
            for (Contender contender : contenders) {
                take(goal, contender, plan.warmUp(), "warm-up " + round);
            }
        }
    }

    private Showing take(Goal goal, Contender contender, Duration length, String what) throws IOException {
        Showing showing = contender.run(length);
        progress.accept("%s  %-10s %-28s %s".formatted(goal.id(), what, contender.name(),
                Figures.of(showing.figure(goal.metric())) + " " + goal.metric().unit()));
        return showing;
    }
}
