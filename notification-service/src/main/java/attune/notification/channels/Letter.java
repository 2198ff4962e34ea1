package attune.notification.channels;

import java.time.Instant;
import java.util.List;

import attune.events.Category;
import attune.events.DeliveryEvent.PushSubscribed;
import attune.events.DeliveryEvent.TargetAnswer;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.notification.channels.webhook.Webhook;
import attune.notification.recipients.Recipient;

/**
 * Something to be told to a person outside the inbox. What it says is not in it: that is told in the inbox alone.
 *
 * @param notification what every repetition of it has in common, and nothing else has
 * @param expiresAt when it is of no more use
 * @param recipient how they want to be reached
 * @param devices their browsers that take pushes
 * @param phones their phones with our app
 * @param webhooks other systems of theirs that are told
 * @param answers what each of these said last, where it was asked before
 */
public record Letter(PersonId person, NotificationId notification, Category category, Instant expiresAt,
        Recipient recipient, List<PushSubscribed> devices, List<Phone> phones, List<Webhook> webhooks,
        List<TargetAnswer> answers) {

    public Letter {
        webhooks = List.copyOf(webhooks);
        answers = List.copyOf(answers);
        devices = List.copyOf(devices);
        phones = List.copyOf(phones);
    }
}
