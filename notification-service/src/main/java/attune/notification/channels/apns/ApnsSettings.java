package attune.notification.channels.apns;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How phones are reached through APNs. Without a key there are no such pushes.
 *
 * @param key the signing key, PKCS#8 in base64 as in the {@code .p8} file ({@code ATTUNE_APNS_KEY}); the lines around it
 * may be there
 * @param keyId the name of the key ({@code ATTUNE_APNS_KEY_ID})
 * @param team the name of the developer team ({@code ATTUNE_APNS_TEAM})
 * @param topic the bundle id of the app ({@code ATTUNE_APNS_TOPIC})
 * @param uri where to: the address for production or for development
 * @param lasts how long a push is kept that a phone cannot take yet
 * @param timeout how long an answer may take
 */
@ConfigurationProperties("attune.notification.apns")
record ApnsSettings(@DefaultValue("") String key, @DefaultValue("") String keyId, @DefaultValue("") String team,
        @DefaultValue("") String topic, @DefaultValue("https://api.push.apple.com") URI uri,
        @DefaultValue("4h") Duration lasts, @DefaultValue("10s") Duration timeout) {

    ApnsSettings {
        if (!key.isBlank() && (keyId.isBlank() || team.isBlank() || topic.isBlank())) {
            throw new IllegalArgumentException(
                    "attune.notification.apns: key, key-id, team and topic belong together");
        }
    }

    boolean isOn() {
        return !key.isBlank();
    }
}
