package attune.local.play;

import java.util.List;

/**
 * What was found when all that was accepted was looked for.
 *
 * @param suggestions those that the run led to
 * @param delivered how many of them stand in an inbox
 * @param inFeed how many accepted items and suggestions stand in the coach's feed
 * @param lost one line each: what is missing where
 * @param doubled one line each: what is there twice
 */
record Findings(List<Seen.Suggestion> suggestions, int delivered, int inFeed, List<String> lost,
        List<String> doubled) {

    boolean isComplete() {
        return lost.isEmpty();
    }
}
