package attune.notification.channels;

import java.util.List;
import java.util.UUID;

/**
 * What came of a letter.
 *
 * @param provider who was asked, a short name of ours for metrics and the log
 * @param gone the devices of the person that take no more pushes
 */
public record Carried(String provider, Handover handover, List<UUID> gone) {

    public Carried {
        gone = List.copyOf(gone);
    }

    /** Nothing was learnt about devices. */
    public static Carried by(String provider, Handover handover) {
        return new Carried(provider, handover, List.of());
    }
}
