package attune.notification.delivery;

import java.util.List;

import attune.events.Channel;
import attune.events.DeliveryEvent.PushSubscribed;
import attune.events.JournalEvent.EmailPreference;
import attune.notification.channels.Phone;
import attune.notification.channels.webhook.Webhook;
import attune.notification.planning.Contacts;
import attune.notification.planning.Intent.Reach;
import attune.notification.planning.Wishes;
import attune.notification.recipients.Recipient;
import attune.notification.unsubscribe.Unsubscribed;

/**
 * Who something is for.
 *
 * @param recipient how they want to be reached
 * @param devices their browsers that take pushes
 * @param phones their phones with our app
 * @param contacts what they were sent before
 * @param webhooks other systems of theirs that are told
 * @param unsubscribed of what they want no more mail
 */
record Addressee(Recipient recipient, List<PushSubscribed> devices, List<Phone> phones, Contacts contacts,
        List<Webhook> webhooks, Unsubscribed unsubscribed) {

    /** Somebody who has no phone with our app and no webhooks, and unsubscribed nothing. */
    Addressee(Recipient recipient, List<PushSubscribed> devices, Contacts contacts) {
        this(recipient, devices, List.of(), contacts, List.of(), Unsubscribed.DOCUMENT.initial());
    }

    /** What they chose, less the mail that they unsubscribed since. */
    Wishes wishes() {
        return recipient.wishes().withoutMail(unsubscribed.inForce(recipient::mailChosen));
    }

    /** Whether a channel outside the inbox leads to them. */
    Reach reach(Channel channel) {
        return switch (channel) {
            case EMAIL -> mail();
            case PUSH -> devices.isEmpty() && phones.isEmpty() ? Reach.NO_ADDRESS : Reach.OPEN;
            case WEBHOOK -> webhooks.isEmpty() ? Reach.NO_ADDRESS : Reach.OPEN;
            case INBOX, UNKNOWN -> Reach.NO_ADDRESS;
        };
    }

    private Reach mail() {
        EmailPreference email = recipient.email();
        if (email == null || email.address().value().isBlank()) {
            return Reach.NO_ADDRESS;
        }
        return email.enabled() ? Reach.OPEN : Reach.SWITCHED_OFF;
    }
}
