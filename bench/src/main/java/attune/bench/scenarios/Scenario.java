package attune.bench.scenarios;

import java.io.IOException;
import java.util.List;

import attune.bench.contest.Result;

/** One question to the machine. */
public interface Scenario {

    /** Its name on the command line. */
    String title();

    /** The goals it answers, such as {@code G4}; empty for what only gives orientation. */
    List<String> goals();

    /** One line: what it does. */
    String what();

    /**
     * Starts what it needs, measures, stops it.
     *
     * @throws Missing when something it needs is not on this machine
     * @throws IOException when something it needs breaks
     */
    List<Result> run(Lab lab) throws IOException, Missing;

    /** Something that a scenario needs is not on this machine. */
    final class Missing extends Exception {

        /** Says what is missing and how to get it. */
        public Missing(String message) {
            super(message);
        }
    }
}
