package attune.notification.inbox;

import java.time.Instant;

import attune.events.Category;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.NotificationId;
import attune.events.PrivateText;
import attune.events.Subject;
import attune.notification.inbox.Notification.Told;

/** A notification as the client sees it. */
record NotificationJson(NotificationId id, Category category, PrivateText title, PrivateText body, Subject about,
        Instant plannedAt, Instant expiresAt, Reading state) {

    static NotificationJson of(Told told, Reading state) {
        return new NotificationJson(told.id(), told.category(), told.title(), told.body(), told.about(),
                told.plannedAt(), told.expiresAt(), state);
    }

    static NotificationJson of(NotificationPlanned planned) {
        return new NotificationJson(planned.notification(), planned.category(), planned.title(), planned.body(),
                planned.about(), planned.plannedAt(), planned.expiresAt(), Reading.UNREAD);
    }
}
