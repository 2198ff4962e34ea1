package attune.notification.channels.webhook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.WebhookRegistered;
import attune.events.DeliveryEvent.WebhookRemoved;
import attune.events.DeliveryEvent.WebhookSecretChanged;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.Log;
import attune.events.PersonId;
import attune.events.Position;
import attune.events.PrivateText;

import static org.assertj.core.api.Assertions.assertThat;

class WebhooksTests {

    private static final Instant START = Instant.parse("2026-11-23T20:00:00Z");
    private static final UUID FIRST = new UUID(1, 1);

    private Webhooks webhooks = Webhooks.DOCUMENT.initial();

    @Test
    void letsTheOldSecretSignForADayMore() {
        apply(START, new WebhookRegistered(FIRST, text("https://a.example/"), text("one")));
        apply(START.plusSeconds(10), new WebhookSecretChanged(FIRST, text("two")));

        Webhook webhook = webhooks.find(FIRST).orElseThrow();
        assertThat(webhook.sealedSecrets(START.plusSeconds(11))).containsExactly(text("two"), text("one"));
        assertThat(webhook.sealedSecrets(START.plusSeconds(10).plus(Webhooks.OVERLAP))).containsExactly(text("two"));

    }

    @Test
    void letsAllThatWereMadeSignForADayMoreSoThatALostAnswerCostsNothing() {
        apply(START, new WebhookRegistered(FIRST, text("https://a.example/"), text("one")));
        apply(START.plusSeconds(10), new WebhookSecretChanged(FIRST, text("two")));
        apply(START.plusSeconds(20), new WebhookSecretChanged(FIRST, text("three")));

        Webhook webhook = webhooks.find(FIRST).orElseThrow();
        assertThat(webhook.sealedSecrets(START.plusSeconds(21))).containsExactly(text("three"), text("two"),
                text("one"));
        assertThat(webhook.sealedSecrets(START.plusSeconds(10).plus(Webhooks.OVERLAP))).containsExactly(text("three"),
                text("two"));
    }

    @Test
    void letsNoMoreThanAFewSign() {
        apply(START, new WebhookRegistered(FIRST, text("https://a.example/"), text("0")));
        for (int i = 1; i < 20; i++) {
            apply(START, new WebhookSecretChanged(FIRST, text(String.valueOf(i))));
        }

        assertThat(webhooks.find(FIRST).orElseThrow().sealedSecrets(START)).hasSize(5).startsWith(text("19"));
    }

    @Test
    void movesAndRemovesWhatIsThere() {
        apply(START, new WebhookRegistered(FIRST, text("https://a.example/"), text("one")));
        apply(START, new WebhookRegistered(FIRST, text("https://b.example/"), text("two")));
        apply(START, new WebhookSecretChanged(new UUID(1, 9), text("nobody's")));

        assertThat(webhooks.all()).hasSize(1);
        assertThat(webhooks.find(FIRST).orElseThrow().url()).isEqualTo(text("https://b.example/"));

        apply(START, new WebhookRemoved(FIRST));
        assertThat(webhooks.all()).isEmpty();
    }

    @Test
    void keepsNoMoreThanAFew() {
        for (int i = 0; i < 2 * Webhooks.MOST; i++) {
            apply(START, new WebhookRegistered(new UUID(1, i), text("https://a.example/"), text("one")));
        }
        assertThat(webhooks.all()).hasSize(Webhooks.MOST);
    }

    private void apply(Instant at, DeliveryEvent event) {
        Recorded<DeliveryEvent> recorded = new Recorded<>(new Position(Log.DELIVERIES, 0, 0),
                new Envelope<>(EventId.random(at), PersonId.of("coach-1"), at.atOffset(ZoneOffset.UTC), at, "test",
                        null,
                        null, event));
        Update<Webhooks> update = switch (event) {
            case WebhookRegistered registered -> Webhooks.registered(recorded, registered);
            case WebhookSecretChanged changed -> Webhooks.changed(recorded, changed);
            case WebhookRemoved removed -> Webhooks.removed(recorded, removed);
            default -> throw new IllegalArgumentException("Not about webhooks");
        };
        webhooks = update.change().apply(webhooks).state();
    }

    private static PrivateText text(String text) {
        return PrivateText.of(text);
    }
}
