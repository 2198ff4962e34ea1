package attune.notification.channels;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hard a provider may be asked, and when it is left alone.
 *
 * @param perSecond how many requests go to it in a second, from 1; as many may go at once after a pause
 * @param failing the share of failed requests to one destination, in percent, from which it is left alone
 * @param calls how many requests there must have been before that share says anything
 * @param window the time over which requests are counted, in whole seconds
 * @param rest how long a destination is left alone before it is tried again
 */
public record ProviderLimits(@DefaultValue("500") int perSecond, @DefaultValue("50") int failing,
        @DefaultValue("10") int calls, @DefaultValue("60s") Duration window, @DefaultValue("30s") Duration rest) {

    /** With every default. */
    static final ProviderLimits USUAL = new ProviderLimits(500, 50, 10, Duration.ofSeconds(60),
            Duration.ofSeconds(30));

    public ProviderLimits {
        require(perSecond >= 1 && perSecond <= 100_000, "per-second must be from 1 to 100000");
        require(failing >= 1 && failing <= 100, "failing must be from 1 to 100");
        require(calls >= 1 && calls <= 10_000, "calls must be from 1 to 10000");
        require(window.toSeconds() >= 1 && window.toSeconds() <= 3_600, "window must be from 1s to 1h");
        require(rest.toMillis() >= 10 && rest.toHours() <= 1, "rest must be from 10ms to 1h");
    }

    private static void require(boolean fine, String rule) {
        if (!fine) {
            throw new IllegalArgumentException("attune.notification.providers.NAME." + rule);
        }
    }
}
