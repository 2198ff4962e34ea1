package attune.notification.planning;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import attune.events.Ending;
import attune.events.JournalEvent.QuietHours;
import attune.events.Reason;

/** What is to be done with a delivery now. */
public sealed interface DeliveryPlan {

    /** Hand it to the provider. */
    record SendNow() implements DeliveryPlan {}

    /** Leave it until then. */
    record HoldUntil(Instant until, Reason reason) implements DeliveryPlan {}

    /** It is over. */
    record End(Ending ending, Reason reason) implements DeliveryPlan {}

    /** Handing over takes a moment: nothing is begun so shortly before quiet hours. */
    Duration HANDING_OVER = Duration.ofSeconds(30);

    /**
     * A delivery outside the inbox, as far as the plan depends on it.
     *
     * @param read whether the person has seen it in the inbox
     * @param giveUpAt when failed attempts have gone on for long enough; null if there was none
     */
    record Delivery(boolean read, Instant expiresAt, @Nullable Instant giveUpAt) {}

    /**
     * How the person wants to be reached on the channel.
     *
     * @param hasAddress whether they have said where
     * @param enabled whether they have switched the channel on
     * @param zone IANA id; anything else counts as unknown
     */
    record Wishes(boolean hasAddress, boolean enabled, @Nullable String zone, QuietHours quietHours) {}

    /** Decides. Pure: the same arguments, the same plan. */
    static DeliveryPlan of(Delivery delivery, Wishes wishes, Instant now) {
        return ending(delivery, wishes, now)
                .<DeliveryPlan>map(end -> end)
                .orElseGet(() -> wishes.zone() == null
                        ? new HoldUntil(delivery.expiresAt(), Reason.UNKNOWN_ZONE)
                        : atHome(delivery, wishes.zone(), wishes.quietHours(), now));
    }

    private static Optional<End> ending(Delivery delivery, Wishes wishes, Instant now) {
        if (delivery.read()) {
            return Optional.of(new End(Ending.SUPPRESSED, Reason.ALREADY_READ));
        }
        if (!wishes.hasAddress()) {
            return Optional.of(new End(Ending.SUPPRESSED, Reason.NO_ADDRESS));
        }
        if (!wishes.enabled()) {
            return Optional.of(new End(Ending.SUPPRESSED, Reason.SWITCHED_OFF));
        }
        if (!now.isBefore(delivery.expiresAt())) {
            return Optional.of(new End(Ending.EXPIRED, Reason.TOO_LATE));
        }
        Instant giveUpAt = delivery.giveUpAt();
        return giveUpAt != null && !now.isBefore(giveUpAt)
                ? Optional.of(new End(Ending.DEAD, Reason.GIVEN_UP))
                : Optional.empty();
    }

    private static DeliveryPlan atHome(Delivery delivery, String zone, QuietHours quietHours, Instant now) {
        Optional<ZoneId> known = zone(zone);
        if (known.isEmpty()) {
            return new HoldUntil(delivery.expiresAt(), Reason.UNKNOWN_ZONE);
        }
        QuietWindow quiet = new QuietWindow(quietHours.from(), quietHours.to(), known.get());
        Instant handedOver = now.plus(HANDING_OVER);
        if (!quiet.covers(now) && !quiet.covers(handedOver)) {
            return new SendNow();
        }
        Instant end = quiet.end(quiet.covers(now) ? now : handedOver);
        return new HoldUntil(end.isBefore(delivery.expiresAt()) ? end : delivery.expiresAt(), Reason.QUIET_HOURS);
    }

    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
