package attune.local;

import java.net.http.HttpClient;
import java.util.Map;

/**
 * The command behind {@code ./attune token NAME}: prints a bearer token of a demo person and nothing else. Ends with 1
 * and one sentence on standard error if there is none to be had.
 */
public final class Token {

    private Token() {}

    /** The command. */
    public static void main(String[] arguments) {
        if (arguments.length != 1 || arguments[0].startsWith("-")) {
            System.err.println(
                    "Say whose token: ./attune token client-1. There are client-1 to client-50, coach-1, coach-2 and ops-1.");
            System.exit(1);
            return;
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            System.out.println(new SignIn(http, issuer(System.getenv())).tokenOf(arguments[0]));
        } catch (SignInException | StartException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** The provider of the Attune that runs in the chosen data folder; else where it would be. */
    private static String issuer(Map<String, String> environment) {
        return RunningAttune.in(HomeFolder.chosen(environment))
                .map(RunningAttune::issuer)
                .orElseGet(() -> Addresses.usualIssuer(environment));
    }
}
