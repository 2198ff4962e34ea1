package attune.notification.channels.push;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import attune.events.AttemptOutcome;
import attune.events.Channel;
import attune.events.DeliveryEvent.PushSubscribed;
import attune.notification.channels.Carried;
import attune.notification.channels.Carrier;
import attune.notification.channels.Handover;
import attune.notification.channels.Letter;
import attune.notification.channels.Phone;
import attune.notification.channels.PhonePushes;
import attune.notification.messages.Messages;
import attune.notification.messages.Words;
import attune.notification.recipients.Recipient;

/**
 * Carries pushes to all devices of a person, browsers and phones, each by its own push service. One device that took it is
 * enough; otherwise it is tried again if that may help.
 */
final class PushCarrier implements Carrier {

    private final PushChannel browsers;
    private final List<PhonePushes> phones;
    private final PushSettings settings;

    PushCarrier(PushChannel browsers, List<PhonePushes> phones, PushSettings settings) {
        this.browsers = browsers;
        this.phones = List.copyOf(phones);
        this.settings = settings;
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    @Override
    public boolean isOn() {
        return browsers.isOn() || phones.stream().anyMatch(PhonePushes::isOn);
    }

    @Override
    public int atOnce() {
        return settings.atOnce();
    }

    @Override
    public Carried carry(Letter letter) {
        Recipient recipient = letter.recipient();
        Words text = Messages.push(letter.category(), recipient.locale(), recipient.discreet());
        Best best = new Best();
        for (PushSubscribed browser : letter.devices()) {
            best.add(browser.subscription(), browsers.provider(), browsers.send(letter, browser, text));
        }
        for (Phone phone : letter.phones()) {
            phones.stream().filter(service -> service.platform() == phone.platform()).forEach(service -> best.add(
                    phone.device(), service.provider(), service.send(letter, phone, text.title(), text.body())));
        }
        return best.carried(browsers.provider());
    }

    /** The best of what all devices came to, and those that are gone. */
    private static final class Best {

        private final List<UUID> gone = new ArrayList<>();
        private @Nullable Carried best;

        void add(UUID device, String provider, Handover handover) {
            if (handover instanceof Handover.Answered(AttemptOutcome outcome, _)
                    && outcome == AttemptOutcome.INVALID_TARGET) {
                gone.add(device);
            }
            if (best == null || rank(handover) > rank(best.handover())) {
                best = Carried.by(provider, handover);
            }
        }

        /** Without any device there is nobody to reach. */
        Carried carried(String provider) {
            return best == null
                    ? Carried.by(provider, Handover.of(AttemptOutcome.INVALID_TARGET))
                    : new Carried(best.provider(), best.handover(), gone, List.of());
        }

        private static int rank(Handover handover) {
            return switch (handover) {
                case Handover.NotAsked _ -> 2;
                case Handover.Answered(AttemptOutcome outcome, _) -> switch (outcome) {
                    case ACCEPTED -> 4;
                    case RETRYABLE_ERROR, UNKNOWN -> 3;
                    case PERMANENT_ERROR -> 1;
                    case INVALID_TARGET -> 0;
                };
            };
        }
    }
}
