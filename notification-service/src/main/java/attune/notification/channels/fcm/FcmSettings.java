package attune.notification.channels.fcm;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How phones are reached through FCM. Without a service account there are no such pushes.
 *
 * @param serviceAccount the key file of the account, as it is or in base64 ({@code ATTUNE_FCM_SERVICE_ACCOUNT})
 * @param uri where to
 * @param lasts how long a push is kept that a phone cannot take yet
 * @param timeout how long an answer may take
 */
@ConfigurationProperties("attune.notification.fcm")
record FcmSettings(@DefaultValue("") String serviceAccount,
        @DefaultValue("https://fcm.googleapis.com") URI uri, @DefaultValue("4h") Duration lasts,
        @DefaultValue("10s") Duration timeout) {

    boolean isOn() {
        return !serviceAccount.isBlank();
    }
}
