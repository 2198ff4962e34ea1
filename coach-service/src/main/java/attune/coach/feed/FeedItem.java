package attune.coach.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;

import attune.events.EventId;
import attune.events.Scope;

/** Something in a client's feed, as their coach reads it. */
sealed interface FeedItem permits CheckInItem, ConflictItem, EntryItem, SuggestionItem, AnswerItem, DeliveryItem,
        SafetyItem {

    /** The event that it tells of: the same in the list and in the stream. */
    EventId id();

    /** When it was recorded; the feed is ordered by this. */
    Instant at();

    /** What it is, such as {@code check-in}. */
    @JsonProperty
    String kind();

    /** As much of it as a coach with these scopes may see; empty if nothing. */
    Optional<FeedItem> within(Set<Scope> scopes);
}
