package attune.notification.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import attune.events.Category;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.Notice;
import attune.events.NotificationId;
import attune.events.PrivateText;
import attune.events.Subject;
import attune.notification.inbox.Notification.Told;
import attune.notification.messages.Messages;
import attune.notification.messages.Words;

/** A notification as the client sees it. What the service itself wrote is told in their language. */
record NotificationJson(NotificationId id, Category category, PrivateText title, PrivateText body, Subject about,
        Instant plannedAt, Instant expiresAt, Reading state) {

    static NotificationJson of(Told told, Reading state, @Nullable String locale) {
        return new NotificationJson(told.id(), told.category(), told.title(), told.body(), told.about(),
                told.plannedAt(), told.expiresAt(), state).in(locale, told.notice());
    }

    static NotificationJson of(NotificationPlanned planned, @Nullable String locale) {
        return new NotificationJson(planned.notification(), planned.category(), planned.title(), planned.body(),
                planned.about(), planned.plannedAt(), planned.expiresAt(), Reading.UNREAD).in(locale, planned.notice());
    }

    private NotificationJson in(@Nullable String locale, @Nullable Notice notice) {
        if (notice == null || notice == Notice.UNKNOWN) {
            return this;
        }
        Words words = Messages.notice(notice, locale);
        return new NotificationJson(id, category, PrivateText.of(words.title()), PrivateText.of(words.body()), about,
                plannedAt, expiresAt, state);
    }
}
