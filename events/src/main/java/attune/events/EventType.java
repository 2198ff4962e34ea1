package attune.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import attune.events.CoachingEvent.CaseAcknowledged;
import attune.events.CoachingEvent.CaseClosed;
import attune.events.CoachingEvent.CaseEscalated;
import attune.events.CoachingEvent.CaseNoted;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.CoachingEvent.CaseRaised;
import attune.events.CoachingEvent.FindingJudged;
import attune.events.CoachingEvent.NothingSuggested;
import attune.events.CoachingEvent.RiskRaised;
import attune.events.CoachingEvent.SharingBlocked;
import attune.events.CoachingEvent.SuggestionAnswered;
import attune.events.CoachingEvent.SuggestionBlocked;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.CoachingEvent.SuggestionProposed;
import attune.events.CoachingEvent.TierChanged;
import attune.events.CoachingEvent.TierLowered;
import attune.events.DeliveryEvent.DeviceRegistered;
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
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.JournalEvent.MeasureAnswered;
import attune.events.JournalEvent.PreferencesChanged;

/**
 * The only registry of event types: which name on the wire stands for which record on which log. A change that would
 * break a reader is a new type with a new version.
 */
public enum EventType {
    CHECKIN_RECORDED("checkin.recorded.v1", Log.JOURNAL, CheckInRecorded.class),
    CONFLICT_OPENED("conflict.opened.v1", Log.JOURNAL, ConflictOpened.class),
    CONFLICT_ENTRY_ADDED("conflict.entry-added.v1", Log.JOURNAL, ConflictEntryAdded.class),
    MEASURE_ANSWERED("measure.answered.v1", Log.JOURNAL, MeasureAnswered.class),
    CONSENTS_CHANGED("consents.changed.v1", Log.JOURNAL, ConsentsChanged.class),
    PREFERENCES_CHANGED("preferences.changed.v1", Log.JOURNAL, PreferencesChanged.class),
    SUGGESTION_OFFERED("suggestion.offered.v1", Log.COACHING, SuggestionOffered.class),
    NOTHING_SUGGESTED("suggestion.none.v1", Log.COACHING, NothingSuggested.class),
    SUGGESTION_ANSWERED("suggestion.answered.v1", Log.COACHING, SuggestionAnswered.class),
    SUGGESTION_PROPOSED("suggestion.proposed.v1", Log.COACHING, SuggestionProposed.class),
    SUGGESTION_BLOCKED("suggestion.blocked.v1", Log.COACHING, SuggestionBlocked.class),
    SHARING_BLOCKED("sharing.blocked.v1", Log.COACHING, SharingBlocked.class),
    RISK_RAISED("risk.raised.v1", Log.COACHING, RiskRaised.class),
    TIER_CHANGED("risk.tier-changed.v1", Log.COACHING, TierChanged.class),
    CASE_OPENED("case.opened.v1", Log.COACHING, CaseOpened.class),
    CASE_RAISED("case.raised.v1", Log.COACHING, CaseRaised.class),
    CASE_ESCALATED("case.escalated.v1", Log.COACHING, CaseEscalated.class),
    CASE_ACKNOWLEDGED("case.acknowledged.v1", Log.COACHING, CaseAcknowledged.class),
    CASE_NOTED("case.noted.v1", Log.COACHING, CaseNoted.class),
    FINDING_JUDGED("case.finding-judged.v1", Log.COACHING, FindingJudged.class),
    TIER_LOWERED("case.tier-lowered.v1", Log.COACHING, TierLowered.class),
    CASE_CLOSED("case.closed.v1", Log.COACHING, CaseClosed.class),
    NOTIFICATION_PLANNED("notification.planned.v1", Log.DELIVERIES, NotificationPlanned.class),
    NOTIFICATION_HELD("notification.held.v1", Log.DELIVERIES, NotificationHeld.class),
    NOTIFICATION_ATTEMPTED("notification.attempted.v1", Log.DELIVERIES, NotificationAttempted.class),
    NOTIFICATION_ENDED("notification.ended.v1", Log.DELIVERIES, NotificationEnded.class),
    NOTIFICATIONS_DIGESTED("notification.digested.v1", Log.DELIVERIES, NotificationsDigested.class),
    NOTIFICATION_WITHDRAWN("notification.withdrawn.v1", Log.DELIVERIES, NotificationWithdrawn.class),
    NOTIFICATION_REDRIVEN("notification.redriven.v1", Log.DELIVERIES, NotificationRedriven.class),
    REMINDER_SET("reminder.set.v1", Log.DELIVERIES, ReminderSet.class),
    REMINDER_FIRED("reminder.fired.v1", Log.DELIVERIES, ReminderFired.class),
    REMINDER_DROPPED("reminder.dropped.v1", Log.DELIVERIES, ReminderDropped.class),
    PUSH_SUBSCRIBED("push.subscribed.v1", Log.DELIVERIES, PushSubscribed.class),
    PUSH_UNSUBSCRIBED("push.unsubscribed.v1", Log.DELIVERIES, PushUnsubscribed.class),
    DEVICE_REGISTERED("device.registered.v1", Log.DELIVERIES, DeviceRegistered.class),
    MAIL_UNSUBSCRIBED("mail.unsubscribed.v1", Log.DELIVERIES, MailUnsubscribed.class),
    MAIL_RESUBSCRIBED("mail.resubscribed.v1", Log.DELIVERIES, MailResubscribed.class),
    WEBHOOK_REGISTERED("webhook.registered.v1", Log.DELIVERIES, WebhookRegistered.class),
    WEBHOOK_SECRET_CHANGED("webhook.secret-changed.v1", Log.DELIVERIES, WebhookSecretChanged.class),
    WEBHOOK_REMOVED("webhook.removed.v1", Log.DELIVERIES, WebhookRemoved.class),
    NOTIFICATION_OPENED("notification.opened.v1", Log.DELIVERIES, NotificationOpened.class),
    NOTIFICATION_DISMISSED("notification.dismissed.v1", Log.DELIVERIES, NotificationDismissed.class);

    private static final Map<String, EventType> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

    private final String wireName;
    private final Log log;
    private final Class<? extends Event> record;

    EventType(String wireName, Log log, Class<? extends Event> record) {
        this.wireName = wireName;
        this.log = log;
        this.record = record;
    }

    /** The name on the wire, such as {@code checkin.recorded.v1}. */
    public String wireName() {
        return wireName;
    }

    public Log log() {
        return log;
    }

    public Class<? extends Event> record() {
        return record;
    }

    /** The type with this name on the wire; empty for one that a newer service writes. */
    public static Optional<EventType> ofWireName(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    public static EventType of(Event event) {
        EventType type = BY_RECORD.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(event.getClass() + " is not registered in EventType");
        }
        return type;
    }
}
