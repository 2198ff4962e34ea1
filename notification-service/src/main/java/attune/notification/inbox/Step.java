package attune.notification.inbox;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import attune.events.AttemptOutcome;
import attune.events.Channel;
import attune.events.DeliveryEvent.NotificationAttempted;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationHeld;
import attune.events.DeliveryEvent.NotificationRedriven;
import attune.events.Ending;
import attune.events.Reason;
import attune.events.WireName;

/**
 * One step in the story of a notification, as the client may see it.
 *
 * @param at when it happened
 * @param channel on which channel; null if on none
 * @param reason why
 * @param until how long it is held, or when it is tried again
 * @param attempt counted from 1
 */
public record Step(Instant at, Kind step, @Nullable Channel channel, @Nullable Reason reason, @Nullable Instant until,
        @Nullable Integer attempt, @Nullable AttemptOutcome outcome, @Nullable Ending ending) {

    /** What happened. */
    public enum Kind implements WireName {
        PLANNED("planned"),
        HELD("held"),
        ATTEMPTED("attempted"),
        ENDED("ended"),
        /** An operator had it planned again on a channel on which it was dead. */
        REDRIVEN("redriven"),
        OPENED("opened"),
        DISMISSED("dismissed");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        @Override
        @JsonValue
        public String wireName() {
            return wireName;
        }
    }

    static Step planned(Instant at) {
        return new Step(at, Kind.PLANNED, null, null, null, null, null, null);
    }

    static Step held(Instant at, NotificationHeld held) {
        return new Step(at, Kind.HELD, held.channel(), held.reason(), held.until(), null, null, null);
    }

    static Step attempted(Instant at, NotificationAttempted attempted) {
        return new Step(at, Kind.ATTEMPTED, attempted.channel(), null, attempted.retryAt(), attempted.attempt(),
                attempted.outcome(), null);
    }

    static Step ended(Instant at, NotificationEnded ended) {
        return new Step(at, Kind.ENDED, ended.channel(), ended.reason(), null, null, null, ended.ending());
    }

    static Step redriven(Instant at, NotificationRedriven redriven) {
        return new Step(at, Kind.REDRIVEN, redriven.channel(), null, null, null, null, null);
    }

    static Step read(Instant at, Reading reading) {
        return new Step(at, reading == Reading.OPENED ? Kind.OPENED : Kind.DISMISSED, Channel.INBOX, null, null, null,
                null, null);
    }
}
