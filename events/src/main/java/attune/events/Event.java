package attune.events;

/** Whatever may stand on a log. */
public sealed interface Event permits JournalEvent, CoachingEvent, DeliveryEvent {}
