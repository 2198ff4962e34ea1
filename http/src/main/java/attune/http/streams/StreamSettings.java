package attune.http.streams;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of event streams.
 *
 * @param heartbeat how often a quiet connection gets a comment
 * @param retry how long a client waits before it connects again; half as long up to half as long again, by chance
 * @param buffer how many events wait for a slow client before it is told to load afresh
 * @param perPerson how many streams a person may have open
 * @param inAll how many streams may be open
 */
@ConfigurationProperties("attune.streams")
public record StreamSettings(@DefaultValue("15s") Duration heartbeat, @DefaultValue("3s") Duration retry,
        @DefaultValue("256") int buffer, @DefaultValue("6") int perPerson, @DefaultValue("20000") int inAll) {

    public StreamSettings {
        if (heartbeat.toSeconds() < 1 || retry.isNegative() || buffer < 1 || perPerson < 1 || inAll < 1) {
            throw new IllegalArgumentException("attune.streams: heartbeat at least 1s, all others above 0");
        }
    }
}
