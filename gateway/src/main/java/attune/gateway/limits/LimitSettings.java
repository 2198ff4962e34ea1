package attune.gateway.limits;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one caller may ask for.
 *
 * @param person for each signed-in person, on all their devices
 * @param address for each address from which people ask without a sign-in, or with one that is not good
 * @param remembered how many persons and addresses are remembered each; the least recent ones are forgotten first
 * @param trustedProxies addresses whose {@code X-Forwarded-For} is believed; nobody's by default
 * @param head how long a client may take to send the head of a request
 * @param whole how long a client may take to send all of a request after its head
 */
@ConfigurationProperties("attune.gateway.limits")
public record LimitSettings(@DefaultValue Rate person, @DefaultValue Rate address,
        @DefaultValue("100000") int remembered, @DefaultValue Set<String> trustedProxies,
        @DefaultValue("10s") Duration head, @DefaultValue("30s") Duration whole) {

    /**
     * A rate.
     *
     * @param perSecond requests a second in the long run
     * @param burst requests at once after a while of silence
     */
    public record Rate(@DefaultValue("50") int perSecond, @DefaultValue("200") int burst) {

        public Rate {
            if (perSecond < 1 || burst < perSecond) {
                throw new IllegalArgumentException("attune.gateway.limits.*: per-second must be at least 1 and"
                        + " burst at least per-second");
            }
        }
    }
}
