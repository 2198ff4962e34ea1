package attune.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;

import attune.events.Category;
import attune.events.Cause;
import attune.events.CoachingEvent.NothingSuggested;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.Envelope;
import attune.events.Event;
import attune.events.EventId;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.Log;
import attune.events.PersonId;
import attune.events.Position;
import attune.system.Outbox.Told;

/** What must hold whatever has died, checked on the logs and over HTTP once all is quiet. */
final class Promises {

    private final Logs logs;
    private final List<Told> acknowledged;
    private final SoftAssertions checks = new SoftAssertions();
    private final Map<String, Object> figures = new TreeMap<>();

    Promises(Logs logs, List<Told> acknowledged) {
        this.logs = logs;
        this.acknowledged = acknowledged;
    }

    /** What was counted on the way. */
    Map<String, Object> figures() {
        return figures;
    }

    void assertAll() {
        checks.assertAll();
    }

    /** Nothing acknowledged is missing from the log, nothing refused is on it, each is one event. */
    void theJournalHoldsWhatWasAcknowledged(List<String> refused) {
        Map<String, Set<EventId>> events = new HashMap<>();
        for (Envelope<?> envelope : logs.of(Log.JOURNAL)) {
            String resource = resource(envelope.event());
            if (!resource.isEmpty()) {
                events.computeIfAbsent(envelope.person().value() + "/" + resource, _ -> new HashSet<>())
                        .add(envelope.id());
            }
        }
        Set<String> told = acknowledged.stream().map(one -> one.client().person() + "/" + one.id())
                .collect(Collectors.toSet());
        checks.assertThat(events.keySet()).as("acknowledged writes on the journal").containsAll(told);
        checks.assertThat(events.values()).as("events a write").allMatch(ids -> ids.size() == 1);
        checks.assertThat(events.keySet()).as("refused writes on the journal")
                .noneMatch(key -> refused.stream().anyMatch(key::endsWith));
        figures.put("acknowledged", told.size());
        figures.put("on the journal", events.size());
    }

    private static String resource(Event event) {
        return switch (event) {
            case CheckInRecorded said -> said.checkIn().toString();
            case ConflictOpened said -> said.conflict().toString();
            case ConflictEntryAdded said -> said.entry().toString();
            default -> "";
        };
    }

    /** Each decision names a cause that stands where it says. */
    void everyDecisionHasItsCause() {
        Map<Position, EventId> byPosition = new HashMap<>();
        logs.entries().forEach(entry -> entry.envelope()
                .ifPresent(envelope -> byPosition.put(entry.position(), envelope.id())));
        List<String> astray = new ArrayList<>();
        for (Envelope<?> envelope : all()) {
            Cause cause = envelope.cause();
            if (cause != null && !cause.id().equals(byPosition.get(cause.position()))) {
                astray.add(envelope.event().getClass().getSimpleName() + " of " + cause.position());
            }
        }
        checks.assertThat(astray).as("decisions without their cause").isEmpty();
    }

    /** One cause and one rule make one suggestion and one notification, on the logs apart from twins. */
    void decidesOnce() {
        Map<String, Set<EventId>> byReason = new HashMap<>();
        Map<String, Set<String>> byContent = new HashMap<>();
        Map<EventId, Integer> copies = new HashMap<>();
        for (Envelope<?> envelope : all()) {
            copies.merge(envelope.id(), 1, Integer::sum);
            Cause cause = envelope.cause();
            switch (envelope.event()) {
                case SuggestionOffered offered when cause != null -> {
                    byReason.computeIfAbsent(cause.id() + " " + offered.rule(), _ -> new HashSet<>())
                            .add(envelope.id());
                    byContent.computeIfAbsent("suggestion " + offered.suggestion(), _ -> new HashSet<>())
                            .add(envelope.id().toString());
                }
                case NotificationPlanned planned when cause != null && isOfSuggestion(planned) -> {
                    byReason.computeIfAbsent(cause.id() + " planned", _ -> new HashSet<>()).add(envelope.id());
                    byContent.computeIfAbsent("notification " + planned.about(), _ -> new HashSet<>())
                            .add(planned.notification().toString());
                }
                default -> {
                }
            }
        }
        checks.assertThat(byReason.values()).as("decisions a cause and rule").allMatch(ids -> ids.size() == 1);
        checks.assertThat(byContent.values()).as("ids a suggestion or notification").allMatch(ids -> ids.size() == 1);
        figures.put("twins on the logs", copies.values().stream().mapToInt(count -> count - 1).sum());
        figures.put("suggestions", byContent.keySet().stream().filter(key -> key.startsWith("suggestion")).count());
        figures.put("notifications", byContent.keySet().stream().filter(key -> key.startsWith("notification")).count());
    }

    /** What was decided about a person follows in the order of what caused it. */
    void decidesInOrder() {
        inOrder(Log.COACHING, event -> event instanceof SuggestionOffered || event instanceof NothingSuggested);
        inOrder(Log.DELIVERIES, event -> event instanceof NotificationPlanned planned && isOfSuggestion(planned));
    }

    /** Notices of cases stand in the order of several clients, appointments in that of another log. */
    private static boolean isOfSuggestion(NotificationPlanned planned) {
        return planned.category() == Category.SUGGESTION;
    }

    private void inOrder(Log log, java.util.function.Predicate<Event> kind) {
        Map<PersonId, Long> last = new HashMap<>();
        Set<EventId> seen = new HashSet<>();
        List<String> outOfOrder = new ArrayList<>();
        for (Envelope<?> envelope : logs.of(log)) {
            Cause cause = envelope.cause();
            if (cause != null && kind.test(envelope.event()) && seen.add(envelope.id())) {
                Long before = last.put(envelope.person(), cause.position().offset());
                if (before != null && before > cause.position().offset()) {
                    outOfOrder.add(envelope.event().getClass().getSimpleName() + " of " + cause.position());
                }
            }
        }
        checks.assertThat(outOfOrder).as("out of order on " + log.topic()).isEmpty();
    }

    /** The lists of a client hold all of theirs once, and nothing that is not on the logs. */
    void theListsAreComplete(Visitor client) {
        List<Told> own = acknowledged.stream().filter(told -> told.client() == client).toList();
        sameOnce(client, "check-ins", ids(client.all("/check-ins"), "id"), of(own, "check-in"));
        List<String> conflicts = ids(client.all("/conflicts"), "id");
        sameOnce(client, "conflicts", conflicts, of(own, "conflict"));
        List<String> entries = conflicts.stream()
                .flatMap(conflict -> ids(
                        values(client.get("/conflicts/" + conflict).expecting(200).json().path("entries")),
                        "id").stream())
                .toList();
        sameOnce(client, "entries", entries, of(own, "entry"));
        sameOnce(client, "suggestions", ids(client.all("/suggestions"), "id"), offered(client));
        sameOnce(client, "notifications", ids(client.all("/notifications"), "id"), planned(client));
    }

    /** The coach's feed holds all of it too, and each thing once. */
    void theFeedIsComplete(Visitor coach, Visitor client) {
        List<Told> own = acknowledged.stream().filter(told -> told.client() == client).toList();
        List<JsonNode> feed = coach.all("/clients/" + client.person() + "/feed");
        checks.assertThat(ids(feed, "id")).as("feed of " + client.person()).doesNotHaveDuplicates();
        sameOnce(client, "check-ins of the feed", ids(items(feed, "check-in"), "checkIn"), of(own, "check-in"));
        sameOnce(client, "conflicts of the feed", ids(items(feed, "conflict"), "conflict"), of(own, "conflict"));
        sameOnce(client, "entries of the feed", ids(items(feed, "entry"), "entry"), of(own, "entry"));
        sameOnce(client, "suggestions of the feed", ids(items(feed, "suggestion"), "suggestion"), offered(client));
    }

    private void sameOnce(Visitor client, String what, List<String> shown, Set<String> expected) {
        checks.assertThat(shown).as("%s of %s", what, client.person()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Set<String> of(List<Told> told, String kind) {
        return told.stream().filter(one -> one.kind().equals(kind)).map(Told::id).collect(Collectors.toSet());
    }

    private static List<JsonNode> items(List<JsonNode> feed, String kind) {
        return feed.stream().filter(item -> item.path("kind").asString().equals(kind)).toList();
    }

    private Set<String> offered(Visitor client) {
        return once(logs.of(client.person(), SuggestionOffered.class), offered -> offered.suggestion().toString());
    }

    private Set<String> planned(Visitor client) {
        return once(logs.of(client.person(), NotificationPlanned.class), planned -> planned.notification().toString());
    }

    private static <E> Set<String> once(List<E> events, Function<E, String> id) {
        return events.stream().map(id).collect(Collectors.toSet());
    }

    private static List<String> ids(List<JsonNode> items, String field) {
        return items.stream().map(item -> item.path(field).asString()).toList();
    }

    private static List<JsonNode> values(JsonNode array) {
        return array.valueStream().toList();
    }

    private List<Envelope<?>> all() {
        return logs.entries().stream().<Envelope<?>>flatMap(entry -> entry.envelope().stream()).toList();
    }
}
