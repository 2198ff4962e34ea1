package attune.local.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for all that was accepted in everything that can be seen. Lost is what was accepted and is missing in the
 * client's own lists or in the coach's feed, a suggestion without its notification or without its place in the feed, and
 * a notification without its suggestion. Doubled is anything that is there twice.
 */
final class Audit {

    private final Set<UUID> subjects;
    private final Map<String, List<Item>> accepted;
    private final Instant began;
    private final boolean again;
    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<Seen.Suggestion> suggestions = new ArrayList<>();
    private int delivered;
    private int inFeed;

    /**
     * An audit, for one use.
     *
     * @param began when the run began; what was suggested since counts as its doing
     * @param again whether the run was played before, so that only what is about its items counts
     */
    Audit(Collection<Item> accepted, Instant began, boolean again) {
        this.subjects = accepted.stream().map(Item::subject).collect(Collectors.toSet());
        this.accepted = accepted.stream().collect(Collectors.groupingBy(Item::client));
        this.began = began;
        this.again = again;
    }

    /** What is to be found in all of it. */
    Findings of(List<Seen> everybody, List<Arrival> arrivals) {
        everybody.forEach(this::check);
        twice(arrivals, arrival -> arrival.client() + " " + arrival.notification()).forEach(arrival -> doubled
                .add("notification %s on the stream of %s".formatted(arrival.notification(), arrival.client())));
        return new Findings(List.copyOf(suggestions), delivered, inFeed, List.copyOf(lost), List.copyOf(doubled));
    }

    private void check(Seen seen) {
        Set<String> feed = seen.feed().stream().map(item -> item.kind() + " " + item.subject())
                .collect(Collectors.toSet());
        told(seen, feed);
        suggested(seen, feed);
        nothingTwice(seen);
    }

    private void told(Seen seen, Set<String> feed) {
        Set<UUID> own = new HashSet<>(seen.told());
        for (Item item : accepted.getOrDefault(seen.client(), List.of())) {
            String name = item.kind().spelled() + " " + item.id();
            if (!own.contains(item.id())) {
                lost.add(name + " in the list of " + seen.client());
            }
            inFeed(name, feed);
        }
    }

    private void suggested(Seen seen, Set<String> feed) {
        Map<String, Long> told = seen.notifications().stream()
                .collect(Collectors.groupingBy(Seen.Notification::about, Collectors.counting()));
        for (Seen.Suggestion suggestion : seen.suggestions().stream().filter(this::isOurs).toList()) {
            suggestions.add(suggestion);
            if (told.containsKey(suggestion.id())) {
                delivered++;
            } else {
                lost.add("the notification of suggestion " + suggestion.id() + " to " + seen.client());
            }
            inFeed("suggestion " + suggestion.id(), feed);
        }
        Set<String> known = seen.suggestions().stream().map(Seen.Suggestion::id).collect(Collectors.toSet());
        seen.notifications().stream()
                .filter(notification -> !again && !notification.plannedAt().isBefore(began)
                        && !known.contains(notification.about()))
                .forEach(notification -> lost.add("the suggestion of notification " + notification.id()));
    }

    private boolean isOurs(Seen.Suggestion suggestion) {
        return subjects.contains(suggestion.about()) || (!again && !suggestion.offeredAt().isBefore(began));
    }

    private void inFeed(String name, Set<String> feed) {
        if (feed.contains(name)) {
            inFeed++;
        } else {
            lost.add(name + " in the coach's feed");
        }
    }

    private void nothingTwice(Seen seen) {
        twice(seen.told(), id -> id).forEach(id -> doubled.add(id + " in the lists of " + seen.client()));
        twice(seen.suggestions(), Seen.Suggestion::id).forEach(one -> doubled.add("suggestion " + one.id()));
        twice(seen.suggestions(), one -> one.about() + one.rule())
                .forEach(one -> doubled.add("rule " + one.rule() + " about " + one.about()));
        twice(seen.notifications(), Seen.Notification::id).forEach(one -> doubled.add("notification " + one.id()));
        twice(seen.notifications(), Seen.Notification::about)
                .forEach(one -> doubled.add("a notification about suggestion " + one.about()));
        twice(seen.feed(), Seen.FeedItem::id).forEach(one -> doubled.add(one.kind() + " " + one.id() + " in the feed"));
        twice(seen.feed(), one -> one.kind() + " " + one.subject())
                .forEach(one -> doubled.add(one.kind() + " " + one.subject() + " in the feed"));
    }

    /** Each thing whose name has come before. */
    private static <T> List<T> twice(List<T> things, Function<T, Object> name) {
        Set<Object> names = new HashSet<>();
        return things.stream().filter(thing -> !names.add(name.apply(thing))).toList();
    }
}
