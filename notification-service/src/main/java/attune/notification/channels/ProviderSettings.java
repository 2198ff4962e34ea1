package attune.notification.channels;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the providers can bear.
 *
 * @param providers by the name of the provider: {@code smtp} (or what {@code attune.notification.email.provider} says),
 * {@code web-push} and so on; one that is not named has every default
 */
@ConfigurationProperties("attune.notification")
record ProviderSettings(@Nullable Map<String, ProviderLimits> providers) {

    ProviderLimits of(String provider) {
        return providers == null ? ProviderLimits.USUAL : providers.getOrDefault(provider, ProviderLimits.USUAL);
    }
}
