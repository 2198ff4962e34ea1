package attune.notification.channels;

import java.util.List;
import java.util.UUID;

import attune.events.DeliveryEvent.TargetAnswer;

/**
 * What came of a letter.
 *
 * @param provider who was asked, a short name of ours for metrics and the log
 * @param gone the devices or webhooks of the person that take nothing more
 * @param answers what each said that was asked, where each is told by itself; otherwise empty
 */
public record Carried(String provider, Handover handover, List<UUID> gone, List<TargetAnswer> answers) {

    public Carried {
        gone = List.copyOf(gone);
        answers = List.copyOf(answers);
    }

    /** Nothing was learnt about devices. */
    public static Carried by(String provider, Handover handover) {
        return new Carried(provider, handover, List.of(), List.of());
    }
}
