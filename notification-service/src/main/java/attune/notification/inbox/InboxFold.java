package attune.notification.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.MailResubscribed;
import attune.events.DeliveryEvent.MailUnsubscribed;
import attune.events.DeliveryEvent.NotificationAttempted;
import attune.events.DeliveryEvent.NotificationDismissed;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationHeld;
import attune.events.DeliveryEvent.NotificationOpened;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.NotificationRedriven;
import attune.events.DeliveryEvent.NotificationWithdrawn;
import attune.events.DeliveryEvent.NotificationsDigested;
import attune.events.DeliveryEvent.PushSubscribed;
import attune.events.DeliveryEvent.PushUnsubscribed;
import attune.events.DeliveryEvent.ReminderDropped;
import attune.events.DeliveryEvent.ReminderFired;
import attune.events.DeliveryEvent.ReminderSet;
import attune.events.DeliveryEvent.WebhookRegistered;
import attune.events.DeliveryEvent.WebhookRemoved;
import attune.events.DeliveryEvent.WebhookSecretChanged;
import attune.events.Log;
import attune.events.NotificationId;
import attune.notification.channels.push.PushTargets;
import attune.notification.channels.webhook.Webhooks;
import attune.notification.inbox.MonthPage.Entry;
import attune.notification.planning.Contacts;
import attune.notification.queue.DeadPage;
import attune.notification.queue.DeadPages;
import attune.notification.queue.Shard;
import attune.notification.reminders.Timers;
import attune.notification.unsubscribe.Unsubscribed;

/** Keeps every notification with its story, the lists that people page through, and what waits to be delivered. */
public final class InboxFold implements Fold<DeliveryEvent> {

    /** The name of the fold. */
    public static final String NAME = "inbox";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Log log() {
        return Log.DELIVERIES;
    }

    @Override
    public List<DocumentKind<?>> documents() {
        return List.of(Notification.DOCUMENT, Months.DOCUMENT, MonthPage.DOCUMENT, Shard.DOCUMENT, Contacts.DOCUMENT,
                PushTargets.DOCUMENT, Timers.DOCUMENT, DeadPage.DOCUMENT, DeadPages.DOCUMENT, Unsubscribed.DOCUMENT,
                Webhooks.DOCUMENT);
    }

    @Override
    public List<Update<?>> updates(Recorded<DeliveryEvent> recorded) {
        return switch (recorded.event()) {
            case NotificationPlanned planned -> planned(recorded, planned);
            case NotificationHeld held -> about(recorded, held.notification());
            case NotificationAttempted attempted -> about(recorded, attempted.notification());
            case NotificationEnded ended -> with(with(about(recorded, ended.notification()),
                    Contacts.ended(recorded, ended)), DeadPage.ended(recorded, ended));
            case NotificationsDigested digested -> digested(recorded, digested);
            case NotificationWithdrawn _ -> List.of(Shard.update(recorded));
            case NotificationRedriven redriven -> redriven(recorded, redriven);
            case ReminderSet _,ReminderFired _,ReminderDropped _ -> List.of(Timers.update(recorded,
                    Shard.documentId(recorded.position().partition(), recorded.person())));
            case PushSubscribed device -> List.of(PushTargets.subscribed(recorded, device));
            case DeliveryEvent.DeviceRegistered phone -> List.of(PushTargets.registered(recorded, phone));
            case PushUnsubscribed gone -> List.of(PushTargets.unsubscribed(recorded, gone));
            case MailUnsubscribed stopped -> List.of(Unsubscribed.unsubscribed(recorded, stopped));
            case MailResubscribed again -> List.of(Unsubscribed.resubscribed(recorded, again));
            case WebhookRegistered registered -> List.of(Webhooks.registered(recorded, registered));
            case WebhookSecretChanged changed -> List.of(Webhooks.changed(recorded, changed));
            case WebhookRemoved removed -> List.of(Webhooks.removed(recorded, removed));
            case NotificationOpened opened -> read(recorded, opened.notification());
            case NotificationDismissed dismissed -> read(recorded, dismissed.notification());
        };
    }

    private static List<Update<?>> planned(Recorded<DeliveryEvent> recorded, NotificationPlanned planned) {
        String month = Months.monthOf(planned.plannedAt());
        Entry entry = new Entry(planned.plannedAt(), planned.notification());
        return List.of(
                notification(recorded, planned.notification()),
                Update.of(Months.DOCUMENT, Months.documentId(recorded.person()),
                        months -> months.with(month, recorded.position())),
                Update.of(MonthPage.DOCUMENT, MonthPage.documentId(recorded.person(), month),
                        page -> page.with(entry)),
                Shard.update(recorded));
    }

    private static List<Update<?>> about(Recorded<DeliveryEvent> recorded, NotificationId notification) {
        return List.of(notification(recorded, notification), Shard.update(recorded));
    }

    private static List<Update<?>> read(Recorded<DeliveryEvent> recorded, NotificationId notification) {
        return List.of(notification(recorded, notification), Shard.update(recorded),
                Contacts.reacted(recorded), Update.of(Months.DOCUMENT, Months.documentId(recorded.person()),
                        months -> months.changed(recorded.position())));
    }

    private static List<Update<?>> redriven(Recorded<DeliveryEvent> recorded, NotificationRedriven redriven) {
        return with(about(recorded, redriven.notification()), DeadPage.redriven(recorded));
    }

    private static List<Update<?>> digested(Recorded<DeliveryEvent> recorded, NotificationsDigested digested) {
        List<Update<?>> updates = new ArrayList<>();
        updates.add(notification(recorded, digested.digest()));
        digested.notifications().forEach(one -> updates.add(notification(recorded, one)));
        updates.add(Shard.update(recorded));
        return updates;
    }

    private static List<Update<?>> with(List<Update<?>> updates, List<Update<?>> more) {
        return Stream.concat(updates.stream(), more.stream()).<Update<?>>map(update -> update).toList();
    }

    private static Update<Notification> notification(Recorded<DeliveryEvent> recorded, NotificationId notification) {
        return Update.of(Notification.DOCUMENT, Notification.documentId(recorded.person(), notification),
                before -> before.after(recorded));
    }
}
