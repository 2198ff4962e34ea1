package attune.notification.seals;

import java.util.List;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of this service.
 *
 * @param keys 64 hexadecimal digits each ({@code ATTUNE_NOTIFICATION_KEYS}): the first seals, all open. The same for every
 *            instance. Without any there are no links to unsubscribe and no webhooks
 */
@ConfigurationProperties("attune.notification")
record SealSettings(@DefaultValue List<String> keys) {

    private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{64}");

    SealSettings {
        keys = keys.stream().map(String::strip).filter(key -> !key.isEmpty()).toList();
        if (!keys.stream().allMatch(key -> KEY.matcher(key).matches())) {
            throw new IllegalArgumentException(
                    "attune.notification.keys (ATTUNE_NOTIFICATION_KEYS) must be 64 hexadecimal digits each");
        }
    }
}
