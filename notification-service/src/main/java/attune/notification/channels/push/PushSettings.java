package attune.notification.channels.push;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pushes are sent. Without keys there are none, and nobody can subscribe.
 *
 * @param privateKey the service's key for RFC 8292: PKCS#8 in base64, P-256 ({@code ATTUNE_PUSH_PRIVATE_KEY})
 * @param publicKey the other half: X.509 in base64 ({@code ATTUNE_PUSH_PUBLIC_KEY})
 * @param contact whom a push service can ask, a {@code mailto:} or {@code https:} address
 * @param lasts how long a push service keeps what a device cannot take yet
 * @param timeout how long a push service may take to answer
 * @param atOnce how many pushes are handed over at the same time
 * @param insideToo whether endpoints may lie on this machine or in a private network: for tests and demos only
 */
@ConfigurationProperties("attune.notification.push")
public record PushSettings(@DefaultValue("") String privateKey, @DefaultValue("") String publicKey,
        @DefaultValue("mailto:attune@localhost.localdomain") String contact, @DefaultValue("4h") Duration lasts,
        @DefaultValue("10s") Duration timeout, @DefaultValue("64") int atOnce,
        @DefaultValue("false") boolean insideToo) {

    public PushSettings {
        if (privateKey.isBlank() != publicKey.isBlank()) {
            throw new IllegalArgumentException("attune.notification.push.private-key and public-key belong together");
        }
        if (atOnce < 1 || atOnce > 1_000) {
            throw new IllegalArgumentException("attune.notification.push.at-once must be from 1 to 1000");
        }
    }

    /** Whether there are pushes at all. */
    public boolean isOn() {
        return !privateKey.isBlank();
    }
}
