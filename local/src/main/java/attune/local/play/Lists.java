package attune.local.play;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import attune.local.api.Api;
import attune.local.api.Reply;
import attune.local.api.SideBySide;
import attune.local.api.UnreachableException;

/** Reads what clients and their coach can see of a run, from the first page as far back as the run goes. */
final class Lists {

    private static final String COACH = "coach-1";
    private static final int PAGE = 100;
    private static final int AT_ONCE = 8;
    private static final int NOT_FOUND = 404;
    /** What is told may have happened hours before the run. */
    private static final Duration BEFORE = Duration.ofHours(4);

    private final Api api;
    private final Instant since;

    Lists(Api api, Run run) {
        this.api = api;
        this.since = run.began().minus(BEFORE);
    }

    /** Everything of one client. */
    Seen read(String client, Set<UUID> conflicts) {
        List<UUID> told = new ArrayList<>();
        all(client, "/check-ins", "occurredAt").forEach(item -> told.add(uuid(item.path("id"))));
        for (JsonNode conflict : all(client, "/conflicts", "occurredAt")) {
            told.add(uuid(conflict.path("id")));
        }
        conflicts.forEach(conflict -> told.addAll(entries(client, conflict)));
        return new Seen(client, told,
                all(client, "/suggestions", "offeredAt").stream().map(Lists::suggestion).toList(),
                all(client, "/notifications", "plannedAt").stream().filter(Lists::isOfSuggestion)
                        .map(Lists::notification)
                        .toList(),
                all(COACH, "/clients/" + client + "/feed", "at").stream().map(Lists::feedItem).toList());
    }

    /** How these clients are taken care of, and what the gate and the safety team did since the run began. */
    Care care(List<String> clients, Instant began) {
        Map<String, Long> tiers = good(api.get(COACH, "/caseload")).path("items").valueStream()
                .filter(row -> clients.contains(row.path("client").asString("")))
                .collect(counting(row -> row.path("tier").asString("")));
        Map<String, Long> blocked = SideBySide.map(clients, AT_ONCE,
                client -> all(COACH, "/clients/" + client + "/feed", "at")).stream().flatMap(List::stream)
                .filter(item -> item.path("what").asString("").equals("suggestion-blocked"))
                .filter(item -> !orNow(item.path("at")).isBefore(began))
                .collect(counting(item -> item.path("reason").asString("")));
        Map<String, Long> cases = all(COACH, "/cases", "openedAt").stream()
                .filter(one -> clients.contains(one.path("client").asString("")))
                .filter(one -> !orNow(one.path("openedAt")).isBefore(began))
                .collect(counting(one -> one.path("tier").asString("") + " " + one.path("state").asString("")));
        return new Care(tiers, blocked, cases);
    }

    private static Collector<JsonNode, ?, Map<String, Long>> counting(Function<JsonNode, String> name) {
        return Collectors.collectingAndThen(Collectors.groupingBy(name, TreeMap::new, Collectors.counting()),
                Collections::unmodifiableMap);
    }

    /** Waits until what the coach service makes of a client's last words can be read. */
    void awaitFolded(String client, String position, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Reply reply;
        do {
            reply = api.get(client, "/suggestions?limit=1", position);
        } while (reply.headers().firstValue("Attune-Stale").isPresent() && System.nanoTime() < end);
    }

    private List<UUID> entries(String client, UUID conflict) {
        List<UUID> entries = new ArrayList<>();
        good(api.get(client, "/conflicts/" + conflict)).path("entries")
                .forEach(entry -> entries.add(uuid(entry.path("id"))));
        return entries;
    }

    private List<JsonNode> all(String person, String path, String time) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = good(api.get(person, path + "?limit=" + PAGE
                    + (cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))));
            page.path("items").forEach(items::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty() && !isBefore(items.getLast().path(time)));
        return items;
    }

    private boolean isBefore(JsonNode time) {
        Instant at = instant(time);
        return at != null && at.isBefore(since);
    }

    /** What is not there is empty, so that it counts as lost. */
    private static JsonNode good(Reply reply) {
        if (!reply.isGood() && reply.status() != NOT_FOUND) {
            throw new UnreachableException("A list could not be read: the gateway answered " + reply.status() + " "
                    + reply.body().path("code").asString("") + ".", null);
        }
        return reply.body();
    }

    private static Seen.Suggestion suggestion(JsonNode item) {
        return new Seen.Suggestion(item.path("id").asString(""), item.path("rule").asString(""),
                uuid(item.path("about").path("id")), orNow(item.path("offeredAt")));
    }

    /** Others, such as the appointment at the end of a time-out, come of no suggestion. */
    static boolean isOfSuggestion(JsonNode notification) {
        return notification.path("category").asString("").equals("suggestion");
    }

    private static Seen.Notification notification(JsonNode item) {
        return new Seen.Notification(item.path("id").asString(""), item.path("about").path("id").asString(""),
                orNow(item.path("plannedAt")));
    }

    private static Seen.FeedItem feedItem(JsonNode item) {
        String kind = item.path("kind").asString("");
        String subject = switch (kind) {
            case "check-in" -> "checkIn";
            case "conflict" -> "conflict";
            case "entry" -> "entry";
            case "suggestion" -> "suggestion";
            default -> "id";
        };
        return new Seen.FeedItem(item.path("id").asString(""), kind, item.path(subject).asString(""));
    }

    private static Instant orNow(JsonNode time) {
        Instant at = instant(time);
        return at == null ? Instant.MAX : at;
    }

    private static @Nullable Instant instant(JsonNode time) {
        try {
            return time.isString() ? OffsetDateTime.parse(time.asString()).toInstant() : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static UUID uuid(JsonNode id) {
        return UUID.fromString(id.asString("00000000-0000-0000-0000-000000000000"));
    }
}
