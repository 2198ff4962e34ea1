package attune.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What was to be delivered and what became of it: the log {@link Log#DELIVERIES}.
 *
 * <pre>
 *   planned ──> held* ──> attempted* ──> ended      once for each channel
 *      │          └──> digested                       many on one channel, which then end with it
 *      ├──> withdrawn                                 by what came after
 *      └──> opened, dismissed                       by the person, in the inbox
 *
 *   dead ──> redriven ──> held* ──> ...             by an operator: on that channel it begins again
 *
 *   reminder set* ──> fired ──> planned             by the clock
 *      └──> dropped
 * </pre>
 */
public sealed interface DeliveryEvent extends Event {

    /**
     * Something is to be told to a person. From here on it stands in their inbox.
     *
     * @param about what it tells of
     * @param title for the inbox only; never for a mail or a lock screen
     * @param body for the inbox only
     * @param expiresAt when it is no longer of use
     * @param routes how it is delivered besides the inbox; empty means by mail, as it was before there was a choice
     * @param origin what led to it; one that waits is replaced by a later one of its category with the same origin
     * @param notice which of the service's own notices title and body are, in English; readers may show it in another
     *            language. Null for what others wrote
     */
    record NotificationPlanned(NotificationId notification, Category category, Subject about, PrivateText title,
            PrivateText body, Instant plannedAt, Instant expiresAt, List<Route> routes, @Nullable Subject origin,
            @Nullable Notice notice)
            implements
                DeliveryEvent {

        public NotificationPlanned {
            Objects.requireNonNull(notification, "notification");
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(body, "body");
            Objects.requireNonNull(plannedAt, "plannedAt");
            Objects.requireNonNull(expiresAt, "expiresAt");
            routes = routes == null ? List.of() : List.copyOf(routes);
        }

        /** With words that are nobody's notice. */
        public NotificationPlanned(NotificationId notification, Category category, Subject about, PrivateText title,
                PrivateText body, Instant plannedAt, Instant expiresAt, List<Route> routes, @Nullable Subject origin) {
            this(notification, category, about, title, body, plannedAt, expiresAt, routes, origin, null);
        }

        /** Delivered by mail besides the inbox. */
        public NotificationPlanned(NotificationId notification, Category category, Subject about, PrivateText title,
                PrivateText body, Instant plannedAt, Instant expiresAt) {
            this(notification, category, about, title, body, plannedAt, expiresAt, List.of(), null, null);
        }
    }

    /**
     * A way to deliver something.
     *
     * @param from not before then; null means at once
     */
    record Route(Channel channel, @Nullable Instant from) {

        public Route {
            Objects.requireNonNull(channel, "channel");
        }
    }

    /**
     * It waits.
     *
     * @param until when it is looked at again
     */
    record NotificationHeld(NotificationId notification, Channel channel, Instant until, Reason reason)
            implements
                DeliveryEvent {

        public NotificationHeld {
            Objects.requireNonNull(notification, "notification");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A provider was asked to take it.
     *
     * @param attempt counted from 1
     * @param outcome of all that were asked together
     * @param retryAt when it is tried again, if it is
     * @param answers what each said that was asked, on a channel where each is told by itself (webhooks); empty on others
     */
    record NotificationAttempted(NotificationId notification, Channel channel, String provider, Integer attempt,
            AttemptOutcome outcome, @Nullable Instant retryAt, List<TargetAnswer> answers) implements DeliveryEvent {

        public NotificationAttempted {
            Objects.requireNonNull(notification, "notification");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(provider, "provider");
            Objects.requireNonNull(attempt, "attempt");
            Objects.requireNonNull(outcome, "outcome");
            answers = answers == null ? List.of() : List.copyOf(answers);
        }

        /** On a channel where one is asked, or where it is enough that one of several took it. */
        public NotificationAttempted(NotificationId notification, Channel channel, String provider, Integer attempt,
                AttemptOutcome outcome, @Nullable Instant retryAt) {
            this(notification, channel, provider, attempt, outcome, retryAt, List.of());
        }
    }

    /**
     * What one of several said that are each told by themselves.
     *
     * @param target named by the person, such as the id of a webhook
     * @param notBefore it does not want to be asked again before then, if it said so
     */
    record TargetAnswer(UUID target, AttemptOutcome outcome, @Nullable Instant notBefore) {

        public TargetAnswer {
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /**
     * What became of it on a channel in the end.
     *
     * @param category what it is for; null was written before this was noted
     */
    record NotificationEnded(NotificationId notification, Channel channel, Ending ending, Reason reason,
            @Nullable Category category) implements DeliveryEvent {

        public NotificationEnded {
            Objects.requireNonNull(notification, "notification");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(ending, "ending");
            Objects.requireNonNull(reason, "reason");
        }

        /** Without its category. */
        public NotificationEnded(NotificationId notification, Channel channel, Ending ending, Reason reason) {
            this(notification, channel, ending, reason, null);
        }
    }

    /**
     * What waited for a digest on a channel becomes one: all of these have ended there, and the digest takes their
     * place.
     *
     * @param digest stands for all of them from here on
     */
    record NotificationsDigested(NotificationId digest, Channel channel, List<NotificationId> notifications,
            Instant plannedAt, Instant expiresAt) implements DeliveryEvent {

        public NotificationsDigested {
            Objects.requireNonNull(digest, "digest");
            Objects.requireNonNull(channel, "channel");
            notifications = notifications == null ? List.of() : List.copyOf(notifications);
            Objects.requireNonNull(plannedAt, "plannedAt");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }
    }

    /**
     * There is no more need to tell of it; what has not been sent yet is not sent.
     *
     * @param reason why
     */
    record NotificationWithdrawn(NotificationId notification, Reason reason) implements DeliveryEvent {

        public NotificationWithdrawn {
            Objects.requireNonNull(notification, "notification");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * An operator has what ended dead on a channel planned again, as if it had just come: it is accepted anew. The cause
     * of this event is the end that it undoes.
     *
     * @param origin what led to it, if that was noted
     * @param urgent whether somebody is on call for it
     * @param by the operator
     */
    record NotificationRedriven(NotificationId notification, Channel channel, Category category,
            @Nullable Subject origin, Boolean urgent, PersonId by) implements DeliveryEvent {

        public NotificationRedriven {
            Objects.requireNonNull(notification, "notification");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(category, "category");
            urgent = Objects.requireNonNullElse(urgent, false);
            Objects.requireNonNull(by, "by");
        }
    }

    /**
     * At a time it is to be looked at whether the person wants to be reminded. It takes the place of an earlier one of
     * the same kind about the same.
     *
     * @param about what it comes back to; null if it is about nothing in particular
     * @param unanswered how many reminders of this kind came since the person last did what they remind of
     */
    record ReminderSet(ReminderKind kind, @Nullable Subject about, Instant at, Integer unanswered)
            implements
                DeliveryEvent {

        public ReminderSet {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(at, "at");
            unanswered = Objects.requireNonNullElse(unanswered, 0);
        }
    }

    /**
     * The time has come, and the person is reminded.
     *
     * @param at when it was due
     * @param next when it is looked at again; null means that this was the last for now
     */
    record ReminderFired(ReminderKind kind, @Nullable Subject about, Instant at, @Nullable Instant next)
            implements
                DeliveryEvent {

        public ReminderFired {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(at, "at");
        }
    }

    /** There is nothing to remind of any more. */
    record ReminderDropped(ReminderKind kind, @Nullable Subject about, Reason reason) implements DeliveryEvent {

        public ReminderDropped {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A device of the person takes pushes from now on (RFC 8030). A later one of the same id replaces an earlier one.
     *
     * @param subscription named by the device
     * @param endpoint where to: whoever knows it can send to the device
     * @param publicKey the device's key {@code p256dh}, base64url (RFC 8291)
     * @param secret the device's {@code auth}, base64url
     */
    record PushSubscribed(UUID subscription, PrivateText endpoint, PrivateText publicKey, PrivateText secret)
            implements
                DeliveryEvent {

        public PushSubscribed {
            Objects.requireNonNull(subscription, "subscription");
            Objects.requireNonNull(endpoint, "endpoint");
            Objects.requireNonNull(publicKey, "publicKey");
            Objects.requireNonNull(secret, "secret");
        }
    }

    /**
     * The person's device with our app takes pushes from now on. A later one of the same id replaces an earlier one, and
     * {@link PushUnsubscribed} with that id ends it.
     *
     * @param device named by the app
     * @param token what the push service of the platform knows it by
     */
    record DeviceRegistered(UUID device, DevicePlatform platform, PrivateText token) implements DeliveryEvent {

        public DeviceRegistered {
            Objects.requireNonNull(device, "device");
            Objects.requireNonNull(platform, "platform");
            Objects.requireNonNull(token, "token");
        }
    }

    /** A device takes no more pushes: the person said so, or its push service did. */
    record PushUnsubscribed(UUID subscription) implements DeliveryEvent {

        public PushUnsubscribed {
            Objects.requireNonNull(subscription, "subscription");
        }
    }

    /** The person wants no more mail of a category, and said so by the link in a mail. */
    record MailUnsubscribed(Category category) implements DeliveryEvent {

        public MailUnsubscribed {
            Objects.requireNonNull(category, "category");
        }
    }

    /** The person takes back that they wanted no more mail of a category. */
    record MailResubscribed(Category category) implements DeliveryEvent {

        public MailResubscribed {
            Objects.requireNonNull(category, "category");
        }
    }

    /**
     * Another system is told of the person's notifications from now on. A later one of the same id moves it; its earlier
     * secret then ends as if the secret had been changed.
     *
     * @param webhook named by the person
     * @param url where to
     * @param sealedSecret what signs, sealed with a key of the service's own: nobody who reads the log learns it
     */
    record WebhookRegistered(UUID webhook, PrivateText url, PrivateText sealedSecret) implements DeliveryEvent {

        public WebhookRegistered {
            Objects.requireNonNull(webhook, "webhook");
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(sealedSecret, "sealedSecret");
        }
    }

    /**
     * Another secret signs what goes to a webhook. The one before goes on signing beside it for a day, those before that until
     * their day is over.
     *
     * @param sealedSecret sealed with a key of the service's own
     */
    record WebhookSecretChanged(UUID webhook, PrivateText sealedSecret) implements DeliveryEvent {

        public WebhookSecretChanged {
            Objects.requireNonNull(webhook, "webhook");
            Objects.requireNonNull(sealedSecret, "sealedSecret");
        }
    }

    /** A webhook is told nothing more: the person said so, or it answered that it is gone. */
    record WebhookRemoved(UUID webhook) implements DeliveryEvent {

        public WebhookRemoved {
            Objects.requireNonNull(webhook, "webhook");
        }
    }

    /** The person opened it in the inbox. */
    record NotificationOpened(NotificationId notification) implements DeliveryEvent {

        public NotificationOpened {
            Objects.requireNonNull(notification, "notification");
        }
    }

    /** The person put it away. */
    record NotificationDismissed(NotificationId notification) implements DeliveryEvent {

        public NotificationDismissed {
            Objects.requireNonNull(notification, "notification");
        }
    }
}
