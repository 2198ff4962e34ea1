package attune.local.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who tells what, when: all of it follows from the questions, the run and the seed. The values vary so
 * that many rules apply now and then, and often none.
 */
final class Script {

    private static final int LONGEST_NOTE = 4_000;
    private static final int LONGEST_TOPIC = 80;
    private static final List<String> ABOUT = List.of("partner", "partner", "partner", "family", "friend", "work",
            "self");
    private static final List<String> WORDS = List.of("tense", "lonely", "hopeful", "tired", "ashamed", "calm", "hurt",
            "grateful", "angry", "stupid", "close", "sad", "guilty", "proud");
    private static final List<String> CONDUCT = List.of("criticism", "contempt", "defensiveness", "stonewalling");
    private static final List<String> REPAIRS = List.of("feel", "sorry", "stop", "calm", "yes", "appreciate");
    private static final List<String> AFTERWARDS = List.of("time-out", "repair-tried", "repair-received", "understood",
            "note", "resolved");

    private final Run run;
    private final Random random;
    private final JsonMapper json;
    private final Map<String, Item> conflicts = new HashMap<>();

    Script(Run run, long seed, JsonMapper json) {
        this.run = run;
        this.random = new Random(seed);
        this.json = json;
    }

    /** The clients of a play. */
    static List<String> clients(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> "client-" + n).toList();
    }

    /** All items in the order in which they are due. */
    List<Item> write(List<Question> questions, List<String> clients, double rate) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Duration due = Duration.ofNanos((long) (i * 1e9 / rate));
            items.add(item(i, questions.get(i), clients.get(i % clients.size()), due));
        }
        return items;
    }

    private Item item(int number, Question question, String client, Duration due) {
        Item earlier = conflicts.get(client);
        int draw = random.nextInt(10);
        if (earlier != null && draw >= 7) {
            return new Item(Item.Kind.ENTRY, run.item(number), client, due, entry(question, due), earlier);
        }
        if (draw < 5) {
            return new Item(Item.Kind.CHECK_IN, run.item(number), client, due, checkIn(question, due), null);
        }
        Item conflict = new Item(Item.Kind.CONFLICT, run.item(number), client, due, conflict(question, due), null);
        conflicts.put(client, conflict);
        return conflict;
    }

    private ObjectNode checkIn(Question question, Duration due) {
        ObjectNode body = happened(due, lately()).put("about", oneOf(ABOUT)).put("mood", rating());
        sometimes(body, "energy");
        sometimes(body, "safety");
        sometimes(body, "understood");
        ArrayNode words = body.putArray("words");
        random.ints(random.nextInt(4), 0, WORDS.size()).distinct().forEach(word -> words.add(WORDS.get(word)));
        body.put("note", question.textWithin(LONGEST_NOTE));
        return sharedWithCoach(body);
    }

    private ObjectNode conflict(Question question, Duration due) {
        ObjectNode body = happened(due, lately()).put("about", oneOf(ABOUT)).put("intensity", rating())
                .put("arousal", rating())
                .put("stillGoingOn", random.nextBoolean()).put("whatHappened", question.textWithin(LONGEST_NOTE));
        if (!question.title().isEmpty()) {
            body.put("topic", question.titleWithin(LONGEST_TOPIC));
        }
        sometimes(body, "understood");
        ArrayNode conduct = body.putArray("saidOrDone");
        CONDUCT.stream().filter(_ -> random.nextInt(4) == 0).forEach(conduct::add);
        return sharedWithCoach(body);
    }

    private ObjectNode entry(Question question, Duration due) {
        String kind = oneOf(AFTERWARDS);
        ObjectNode body = happened(due, Duration.ZERO).put("kind", kind).put("note", question.textWithin(LONGEST_NOTE));
        switch (kind) {
            case "time-out" -> body.put("minutes", 20 + random.nextInt(100));
            case "repair-tried", "repair-received" -> body.put("repair", oneOf(REPAIRS)).put("howReceived", rating());
            case "understood", "resolved" -> sometimes(body, "understood");
            default -> {
                // a note says it all
            }
        }
        return body;
    }

    /** The time is part of what is said: sent again, it has to be the same. */
    private ObjectNode happened(Duration due, Duration ago) {
        return json.createObjectNode().put("occurredAt", run.began().plus(due).minus(ago).toString());
    }

    private Duration lately() {
        return Duration.ofSeconds(random.nextInt(3 * 60 * 60));
    }

    private static ObjectNode sharedWithCoach(ObjectNode body) {
        body.putArray("audience").add("coach");
        return body;
    }

    private void sometimes(ObjectNode body, String rating) {
        if (random.nextInt(3) > 0) {
            body.put(rating, rating());
        }
    }

    private int rating() {
        return 1 + random.nextInt(5);
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
