package attune.local.play;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What one client's own lists and the coach's feed of that client show, newest first and as often as they show it.
 *
 * @param told ids of check-ins, conflicts and what followed them
 */
record Seen(String client, List<UUID> told, List<Suggestion> suggestions, List<Notification> notifications,
        List<FeedItem> feed) {

    /** A suggestion in the client's list. */
    record Suggestion(String id, String rule, UUID about, Instant offeredAt) {}

    /** A notification in the client's inbox. */
    record Notification(String id, String about, Instant plannedAt) {}

    /**
     * Something in the coach's feed.
     *
     * @param subject the id of the check-in, conflict, entry or suggestion
     */
    record FeedItem(String id, String kind, String subject) {}
}
