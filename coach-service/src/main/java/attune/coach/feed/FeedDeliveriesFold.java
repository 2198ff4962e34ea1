package attune.coach.feed;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import attune.coach.feed.FeedDocuments.NotificationDocument;
import attune.coach.feed.Reference.Holder;
import attune.coach.months.Month;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationAttempted;
import attune.events.DeliveryEvent.NotificationDismissed;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationHeld;
import attune.events.DeliveryEvent.NotificationOpened;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.Log;
import attune.events.NotificationId;
import attune.events.SubjectKind;
import attune.events.SuggestionId;

/** Keeps what became of the notifications of suggestions, for the feed. */
public final class FeedDeliveriesFold implements Fold<DeliveryEvent> {

    @Override
    public String name() {
        return "feedDeliveries";
    }

    @Override
    public Log log() {
        return Log.DELIVERIES;
    }

    @Override
    public List<DocumentKind<?>> documents() {
        return List.of(FeedDocuments.NOTIFICATIONS, FeedDocuments.DELIVERIES_MONTHS);
    }

    @Override
    public List<Update<?>> updates(Recorded<DeliveryEvent> recorded) {
        return switch (recorded.event()) {
            case NotificationPlanned planned when planned.about().kind() == SubjectKind.SUGGESTION -> List.of(
                    document(recorded, planned.notification(),
                            document -> document.planned(new SuggestionId(planned.about().id()))));
            case NotificationHeld held -> step(recorded, held.notification());
            case NotificationEnded ended when DeliveryItem.leadsNowhere(ended) -> List.of();
            case NotificationEnded ended -> step(recorded, ended.notification());
            case NotificationOpened opened -> step(recorded, opened.notification());
            case NotificationDismissed dismissed -> step(recorded, dismissed.notification());
            case NotificationPlanned _,NotificationAttempted _,DeliveryEvent.NotificationsDigested _,DeliveryEvent.NotificationWithdrawn _,DeliveryEvent.NotificationRedriven _,DeliveryEvent.ReminderSet _,DeliveryEvent.ReminderFired _,DeliveryEvent.ReminderDropped _,DeliveryEvent.PushSubscribed _,DeliveryEvent.PushUnsubscribed _,DeliveryEvent.DeviceRegistered _,DeliveryEvent.MailUnsubscribed _,DeliveryEvent.MailResubscribed _,DeliveryEvent.WebhookRegistered _,DeliveryEvent.WebhookSecretChanged _,DeliveryEvent.WebhookRemoved _ ->
                List.of();
        };
    }

    private static List<Update<?>> step(Recorded<DeliveryEvent> recorded, NotificationId notification) {
        UUID id = notification.value();
        return List.of(
                document(recorded, notification, document -> document.after(recorded)),
                Update.of(FeedDocuments.DELIVERIES_MONTHS, Month.id(recorded.person(), recorded.recordedAt()),
                        month -> month.with(new Reference(Holder.NOTIFICATION, id).entry(recorded))));
    }

    private static Update<NotificationDocument> document(Recorded<?> recorded, NotificationId notification,
            UnaryOperator<NotificationDocument> change) {
        return Update.of(FeedDocuments.NOTIFICATIONS, FeedDocuments.id(recorded.person(), notification.value()),
                change);
    }
}
