package attune.notification.planning;

import java.time.Instant;

import attune.events.Ending;
import attune.events.Reason;

/** What is to be done with a delivery now. */
public sealed interface DeliveryPlan {

    /** Hand it to the provider. */
    record SendNow() implements DeliveryPlan {}

    /** Leave it until then. For some reasons ({@link Intent#waitsForDigest}) that is when its digest is made. */
    record HoldUntil(Instant until, Reason reason) implements DeliveryPlan {}

    /** Its digest is due: make one of all that wait for it on this channel. */
    record Gather() implements DeliveryPlan {}

    /** It is over. */
    record End(Ending ending, Reason reason) implements DeliveryPlan {}
}
