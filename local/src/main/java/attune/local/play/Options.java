package attune.local.play;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What to play, and how.
 *
 * @param file JSON lines with a {@code text} and, if known, a {@code title} and {@code topics}
 * @param clients how many demo clients tell it, 1 to 50
 * @param rate items a second
 * @param seed what the values are drawn from; the run's own if none was given
 * @param run which run it is; null for a new one
 * @param gateway address of the gateway; null for the one that runs here
 * @param provider issuer of the tokens; null for the one that runs here
 * @param patience how long to wait until all is quiet, and how long one item is sent again and again
 */
record Options(Path file, int clients, double rate, @Nullable Long seed, @Nullable String run,
        @Nullable String gateway, @Nullable String provider, Duration patience) {

    static final String USAGE = """
            Plays real input through a running Attune and counts what arrives.

              ./attune play [options] FILE

            FILE holds one JSON object a line with a "text" and, if known, a "title" and "topics", such as
            ../shared/data/counsel-chat-questions.jsonl. Demo clients tell each of them as a check-in, a conflict or
            what followed a conflict, and share it with coach-1.

              --clients N      how many clients, 1 to 50                       (50)
              --rate N         how many items a second                         (20)
              --seed N         draw the same values again                      (another each time)
              --run ID         send an earlier run again: nothing may change   (a new run each time)
              --patience S     seconds until what has not arrived counts as lost   (60)
              --gateway URL    another gateway, such as http://localhost:8080
              --provider URL   its OpenID provider, such as http://localhost:8090/attune

            Ends with 0 when all went well, with 1 when something was lost, doubled or not accepted, with 2 when Attune
            cannot be reached or the command was not understood.
            """;

    private static final Set<String> WITH_VALUE = Set.of("--clients", "--rate", "--seed", "--run", "--patience",
            "--gateway", "--provider");
    private static final int MOST_CLIENTS = 50;

    /**
     * Reads the words after the command.
     *
     * @throws PlayException if they were not understood
     */
    static Options parse(List<String> words) {
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                refuse(said.put("FILE", word) != null, "Name one file.");
            } else {
                refuse(!WITH_VALUE.contains(word), "There is no option " + word + "; --help lists them.");
                refuse(i + 1 == words.size(), word + " needs a value.");
                i++;
                said.put(word, words.get(i));
            }
        }
        refuse(!said.containsKey("FILE"), "Name the file to play; --help says more.");
        return of(said);
    }

    private static Options of(Map<String, String> said) {
        double clients = number(said, "--clients", MOST_CLIENTS);
        double rate = number(said, "--rate", 20);
        double patience = number(said, "--patience", 60);
        refuse(clients < 1 || clients > MOST_CLIENTS || clients % 1 != 0, "--clients has to be a number from 1 to 50.");
        refuse(rate <= 0 || rate > 10_000, "--rate has to be above 0 and at most 10000 items a second.");
        refuse(patience < 1 || patience > 86_400, "--patience has to be a number of seconds, 1 or more.");
        String seed = said.get("--seed");
        return new Options(Path.of(said.getOrDefault("FILE", "")), (int) clients, rate,
                seed == null ? null : (long) number(said, "--seed", 0), said.get("--run"), said.get("--gateway"),
                said.get("--provider"), Duration.ofMillis((long) (patience * 1_000)));
    }

    private static double number(Map<String, String> said, String option, double usual) {
        String text = said.get(option);
        refuse(text != null && !text.matches("-?\\d{1,15}(\\.\\d{1,3})?"), option + " needs a number.");
        return text == null ? usual : Double.parseDouble(text);
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new PlayException(why);
        }
    }
}
