package attune.coach.feed;

import java.util.Optional;
import java.util.UUID;

import attune.coach.months.Month;
import attune.eventlog.records.Recorded;
import attune.events.Audience;
import attune.events.CoachingEvent;
import attune.events.CoachingEvent.SuggestionAnswered;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.DeliveryEvent.NotificationDismissed;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationHeld;
import attune.events.DeliveryEvent.NotificationOpened;
import attune.events.Event;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;

/**
 * Where an item of the feed stands.
 *
 * @param in the kind of document that holds it
 * @param id what names that document below the person
 */
record Reference(Holder in, UUID id) {

    /** The documents that hold items. */
    enum Holder {
        CHECK_IN,
        CONFLICT,
        SUGGESTION,
        NOTIFICATION,
        SAFETY
    }

    /** Where the feed keeps what an event tells; empty if the event by itself is nothing for a coach. */
    static Optional<Reference> to(Event event) {
        return switch (event) {
            case CheckInRecorded checkIn when checkIn.audience().contains(Audience.COACH) ->
                Optional.of(new Reference(Holder.CHECK_IN, checkIn.checkIn().value()));
            case ConflictOpened opened when opened.audience().contains(Audience.COACH) ->
                Optional.of(new Reference(Holder.CONFLICT, opened.conflict().value()));
            case ConflictEntryAdded entry -> Optional.of(new Reference(Holder.CONFLICT, entry.conflict().value()));
            case SuggestionOffered offered when offered.audience().contains(Audience.COACH) ->
                Optional.of(new Reference(Holder.SUGGESTION, offered.suggestion().value()));
            case SuggestionAnswered answered ->
                Optional.of(new Reference(Holder.SUGGESTION, answered.suggestion().value()));
            case CoachingEvent coaching -> SafetyItem.document(coaching).map(id -> new Reference(Holder.SAFETY, id));
            case NotificationHeld held -> Optional.of(new Reference(Holder.NOTIFICATION, held.notification().value()));
            case NotificationEnded ended ->
                Optional.of(new Reference(Holder.NOTIFICATION, ended.notification().value()));
            case NotificationOpened opened ->
                Optional.of(new Reference(Holder.NOTIFICATION, opened.notification().value()));
            case NotificationDismissed dismissed ->
                Optional.of(new Reference(Holder.NOTIFICATION, dismissed.notification().value()));
            default -> Optional.empty();
        };
    }

    Month.Entry entry(Recorded<?> recorded) {
        return new Month.Entry(recorded.recordedAt(), recorded.id().toString(), in + "/" + id);
    }

    static Reference of(Month.Entry entry) {
        int slash = entry.of().indexOf('/');
        return new Reference(Holder.valueOf(entry.of().substring(0, slash)),
                UUID.fromString(entry.of().substring(slash + 1)));
    }
}
