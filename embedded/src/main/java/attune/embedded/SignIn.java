package attune.embedded;

import java.net.URI;
import java.util.List;
import java.util.Map;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import org.jspecify.annotations.Nullable;

import attune.embedded.LoopbackHttp.Answer;

/** The page on which somebody becomes a demo person, and the way out. */
final class SignIn {

    private final IdentityProvider provider;

    SignIn(IdentityProvider provider) {
        this.provider = provider;
    }

    Answer page(URI target) {
        String fault = fault(target);
        return fault == null ? Pages.signIn() : Pages.message(400, "This sign-in cannot go on", fault);
    }

    Answer chosen(URI target, Map<String, List<String>> form) {
        String fault = fault(target);
        if (fault != null) {
            return Pages.message(400, "This sign-in cannot go on", fault);
        }
        String name = MultivaluedMapUtils.getFirstValue(form, "username");
        return DemoPeople.find(name == null ? "" : name)
                .map(person -> provider.ask("POST", target, Map.of(), login(person)))
                .orElseGet(() -> Pages.message(400, "There is nobody of that name",
                        "Go back and choose one of the demo people on the page."));
    }

    /** What the provider takes over into the tokens. It is built here, never taken from the browser. */
    private static String login(DemoPeople.Person person) {
        return URLUtils.serializeParameters(Map.of("username", List.of(person.id()), "claims",
                List.of("{\"roles\":[\"" + person.role().claim() + "\"]}")));
    }

    Answer out(URI target) {
        Map<String, List<String>> query = URLUtils.parseParameters(target.getRawQuery());
        String back = MultivaluedMapUtils.getFirstValue(query, "post_logout_redirect_uri");
        if (!IdentityRoutes.isOnThisMachine(back)) {
            return Pages.message(200, "You are signed out", "You can close this page.");
        }
        String state = MultivaluedMapUtils.getFirstValue(query, "state");
        String separator = back.contains("?") ? "&" : "?";
        String location = state == null
                ? back
                : back + separator + URLUtils.serializeParameters(Map.of("state", List.of(state)));
        return new Answer(302, Map.of("Location", location), "");
    }

    Answer welcome() {
        return Pages.message(200, "Attune sign-in",
                "This is the sign-in of an Attune on this machine. Open Attune itself; it leads here when it needs to know who you are.");
    }

    /** What is wrong with a request to sign in, in one sentence, or null. */
    private static @Nullable String fault(URI target) {
        try {
            AuthenticationRequest request = AuthenticationRequest.parse(target);
            if (!IdentityRoutes.isOnThisMachine(String.valueOf(request.getRedirectionURI()))) {
                return "The address to return to is not on this machine.";
            }
            if (!request.getResponseType().impliesCodeFlow()) {
                return "Only the authorization code flow is there (response_type=code).";
            }
            return request.getCodeChallenge() != null
                    && CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
                            ? null
                            : "The program that sent you here has to use PKCE (code_challenge with the method S256).";
        } catch (ParseException e) {
            return "The program that sent you here asked for something that is not understood: " + e.getMessage() + ".";
        }
    }
}
