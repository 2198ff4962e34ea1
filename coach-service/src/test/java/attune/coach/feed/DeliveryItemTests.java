package attune.coach.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import attune.eventlog.records.Recorded;
import attune.events.Category;
import attune.events.Channel;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.Ending;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.Log;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.Position;
import attune.events.Reason;
import attune.events.SuggestionId;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryItemTests {

    private static final Instant NOW = Instant.parse("2026-11-23T20:31:07Z");

    @Test
    void saysHowASuggestionReachedSomebody() {
        assertThat(item(Channel.INBOX, Ending.SENT, Reason.DELIVERED)).isPresent();
        assertThat(item(Channel.PUSH, Ending.MUTED, Reason.SWITCHED_OFF)).isPresent();
        assertThat(item(Channel.EMAIL, Ending.DEAD, Reason.REFUSED_BY_PROVIDER)).isPresent();
    }

    @Test
    void saysNothingOfChannelsThatSomebodyDoesNotHave() {
        assertThat(item(Channel.PUSH, Ending.MUTED, Reason.NO_ADDRESS)).isEmpty();
        assertThat(item(Channel.EMAIL, Ending.MUTED, Reason.NO_ADDRESS)).isEmpty();
    }

    private static Optional<DeliveryItem> item(Channel channel, Ending ending, Reason reason) {
        DeliveryEvent event = new NotificationEnded(new NotificationId(new UUID(1, 1)), channel, ending, reason,
                Category.SUGGESTION);
        return DeliveryItem.of(new Recorded<>(new Position(Log.DELIVERIES, 0, 7),
                new Envelope<>(new EventId(new UUID(2, 2)), PersonId.of("client-1"), NOW.atOffset(ZoneOffset.UTC), NOW,
                        "test", null, null, event)),
                event, new SuggestionId(new UUID(3, 3)));
    }
}
