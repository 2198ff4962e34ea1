package attune.gateway.signin;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How browsers sign in.
 *
 * @param provider where the gateway reaches the provider; left out, the issuer itself. Pages are shown under the
 *            addresses that the discovery document names, tokens are asked for here
 * @param clientId the name under which the provider knows the gateway
 * @param clientSecret its secret; left out for a public client
 * @param keys 64 hexadecimal digits each: the first seals cookies, all open them. Left out, sessions end with the process
 * @param url the address of the gateway as browsers see it, without a path; left out, what they asked for
 * @param longest how long a session lasts at most
 * @param timeout how long the provider may take
 */
@ConfigurationProperties("attune.gateway.sign-in")
public record SignInSettings(@Nullable URI provider, @DefaultValue("attune-gateway") String clientId,
        @Nullable String clientSecret, @DefaultValue List<String> keys, @Nullable URI url,
        @DefaultValue("10h") Duration longest, @DefaultValue("3s") Duration timeout) {

    public SignInSettings {
        provider = empty(provider) ? null : provider;
        url = empty(url) ? null : url;
        clientSecret = clientSecret == null || clientSecret.isBlank() ? null : clientSecret;
        keys = keys.stream().filter(key -> !key.isBlank()).toList();
        if (keys.stream().anyMatch(key -> !key.matches("[0-9a-fA-F]{64}"))) {
            throw new IllegalArgumentException(
                    "attune.gateway.sign-in.keys (ATTUNE_SESSION_KEYS) must be 64 hexadecimal digits each");
        }
    }

    private static boolean empty(@Nullable URI address) {
        return address == null || address.toString().isEmpty();
    }
}
