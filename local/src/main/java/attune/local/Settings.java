package attune.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the person at the keyboard chose, by environment variables; {@code ./attune help} names them all.
 *
 * @param data the folder for all data
 * @param flushing whether each event is on the disk before it is acknowledged, so that a power cut takes nothing
 * @param demo whether the demo clients consent and say their preferences at the first start
 */
record Settings(Path data, boolean flushing, boolean demo) {

    static Settings from(Map<String, String> environment) {
        return new Settings(HomeFolder.chosen(environment), yes(environment, "ATTUNE_FLUSH", false),
                yes(environment, "ATTUNE_DEMO", true));
    }

    private static boolean yes(Map<String, String> environment, String variable, boolean usually) {
        return switch (environment.getOrDefault(variable, "")) {
            case "" -> usually;
            case "yes", "true", "on", "1" -> true;
            case "no", "false", "off", "0" -> false;
            default -> throw new StartException(variable + " has to be yes or no.");
        };
    }
}
