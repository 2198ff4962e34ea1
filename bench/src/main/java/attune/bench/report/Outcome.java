package attune.bench.report;

import attune.bench.contest.Result;

/** How a scenario of a run ended. */
public sealed interface Outcome {

    /** The scenario, by its name on the command line. */
    String scenario();

    /** It was measured; whether it holds and what it shows is in the result. */
    record Measured(String scenario, Result result) implements Outcome {}

    /** Something that it needs is not on this machine. */
    record LeftOut(String scenario, String reason) implements Outcome {}

    /** It broke. */
    record Broken(String scenario, String reason) implements Outcome {}
}
