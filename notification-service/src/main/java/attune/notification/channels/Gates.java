package attune.notification.channels;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;

/** The gates of this instance, one for each provider. Safe for use by many threads. */
public final class Gates {

    private final ProviderSettings settings;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    Gates(ProviderSettings settings, MeterRegistry registry, Clock clock) {
        this.settings = settings;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * The gate of a provider, always the same.
     *
     * @param provider a short name of ours, in lower case with dashes; also a label of metrics
     */
    public Gate of(String provider) {
        return gates.computeIfAbsent(provider, name -> new Gate(name, settings.of(name), registry, clock));
    }
}
