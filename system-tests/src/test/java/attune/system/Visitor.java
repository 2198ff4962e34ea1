package attune.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/** A demo person who uses Attune through the gateway. */
final class Visitor {

    private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final House house;
    private final String person;
    private final String token;

    Visitor(House house, String person) {
        this.house = house;
        this.person = person;
        this.token = house.tokenOf(person);
    }

    /** A client whom no other test of this house has met: what one does may hold back what another waits for. */
    static Visitor newcomer(House house) {
        return new Visitor(house, house.newcomer());
    }

    String person() {
        return person;
    }

    String token() {
        return token;
    }

    Web.Answer get(String path) {
        try {
            return Web.get(house.gateway("/api/v1" + path), token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One try; a broken connection is an exception, because whoever sends has to reckon with it. */
    Web.Answer tryToPut(String path, Object body) throws IOException {
        return Web.put(house.gateway("/api/v1" + path), token, body);
    }

    Web.Answer put(String path, Object body) {
        try {
            return tryToPut(path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Web.Answer delete(String path) {
        try {
            return Web.delete(house.gateway("/api/v1" + path), token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = get(path + "?limit=100" + cursor).expecting(200).json();
            page.path("items").forEach(items::add);
            if (page.path("next").isMissingNode() || page.path("next").isNull()) {
                return items;
            }
            cursor = "&cursor=" + URLEncoder.encode(page.path("next").asString(), StandardCharsets.UTF_8);
        }
    }

    /** The id of their newest notification about something, if there is one. */
    Optional<String> notificationAbout(String id) {
        return all("/notifications").stream()
                .filter(one -> one.at("/about/id").asString().equals(id))
                .map(one -> one.path("id").asString())
                .findFirst();
    }

    /** Waits until they, a coach, see a case of a client. */
    JsonNode awaitCaseOf(Visitor client) {
        return await("a case").atMost(House.LONG).until(() -> all("/cases").stream()
                .filter(one -> one.path("client").asString().equals(client.person())).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Lets coach-1 see everything. */
    void consent() {
        put("/me/consents", Map.of("coach", List.of("pulse", "text", "conflicts"), "coaches", List.of("coach-1")))
                .expecting(200, 201);
    }

    /** Wants mail, with quiet hours that are far from now. */
    @SuppressWarnings("TimeZoneUsage") // the system under test lives by the real clock
    void wantMail() {
        LocalTime quiet = LocalTime.now(ZoneOffset.UTC).plusHours(11);
        put("/me/preferences", Map.of("zone", "UTC", "locale", "en",
                "quietHours", Map.of("from", HOUR_AND_MINUTE.format(quiet), "to",
                        HOUR_AND_MINUTE.format(quiet.plusMinutes(1))),
                "email", Map.of("address", mailAddress(), "enabled", true))).expecting(200, 201);
    }

    String mailAddress() {
        return person + "@people.example";
    }

    /** A conflict that is fresh and heated: Attune suggests a break. */
    static Map<String, Object> heatedConflict(String text) {
        return Map.of("about", "partner", "topic", text, "intensity", 4, "arousal", 5, "stillGoingOn", true,
                "whatHappened", text, "saidOrDone", List.of("criticism"), "understood", 2, "audience",
                List.of("coach"));
    }

    static Map<String, Object> checkIn(int mood, String text) {
        return Map.of("about", "partner", "mood", mood, "energy", 3, "safety", 3, "understood", 3,
                "words", List.of("calm"), "note", text, "audience", List.of("coach"));
    }

    static String id() {
        return UUID.randomUUID().toString();
    }
}
