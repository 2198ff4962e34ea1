package attune.local;

import java.net.http.HttpClient;

import attune.local.api.Api;
import attune.local.api.SignIn;
import attune.local.api.SignInException;
import attune.local.api.UnreachableException;

/**
 * The command behind {@code ./attune token NAME}: prints a bearer token of a demo person and nothing else. Ends with 1
 * and one sentence on standard error if there is none to be had.
 */
public final class Token {

    private Token() {}

    /** The command. */
    public static void main(String[] arguments) {
        if (arguments.length != 1 || arguments[0].startsWith("-")) {
            System.err.println("Say whose token: ./attune token client-1. There are client-1 to client-50, coach-1,"
                    + " coach-2 and ops-1.");
            System.exit(1);
            return;
        }
        try (HttpClient http = Api.client()) {
            String issuer = RunningAttune.find(System.getenv()).issuer();
            System.out.println(new SignIn(http, issuer).tokenOf(arguments[0]));
        } catch (SignInException | UnreachableException | StartException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
