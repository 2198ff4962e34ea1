package attune.local.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.checkin.listening.Listener;
import attune.checkin.statements.Review;
import attune.checkin.statements.SlotName;
import attune.checkin.statements.StatementReviewer;
import attune.events.RiskTier;

/** Reviews line after line; a line that cannot be read is named and the others go on. */
final class Reviews {

    private final StatementReviewer reviewer;
    private final Listener listener;
    private final PrintStream out;
    private final PrintStream notes;
    private final JsonMapper json = new JsonMapper();
    private final Summary summary = new Summary();

    Reviews(StatementReviewer reviewer, Listener listener, PrintStream out, PrintStream notes) {
        this.reviewer = reviewer;
        this.listener = listener;
        this.out = out;
        this.notes = notes;
    }

    /** Whether all lines could be read. */
    boolean run(BufferedReader lines) throws IOException {
        int number = 0;
        int bad = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String fault = review(number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line);
            if (fault != null) {
                bad++;
                notes.println("Line " + number + " was left out: " + fault);
            }
        }
        out.flush();
        summary.print(notes, bad);
        return bad == 0;
    }

    private @Nullable String review(String line) {
        JsonNode node;
        try {
            node = json.readTree(line);
        } catch (JacksonException _) {
            return "it is not JSON.";
        }
        if (!node.isObject()) {
            return "it is not a JSON object.";
        }
        JsonNode id = node.get("id");
        JsonNode text = node.get("text");
        if (id == null || id.isNull() || id.isContainer()) {
            return "it has no \"id\".";
        }
        if (text == null || !text.isString()) {
            return "it has no \"text\".";
        }
        Review review = reviewer.review(text.asString());
        summary.add(review);
        out.println(json.writeValueAsString(told(id, review, isDanger(text.asString()))));
        return null;
    }

    /** As at the door for clients: nothing is worded better beside a danger. */
    private boolean isDanger(String text) {
        return listener.listen(Map.of("/text", text)).findings().stream()
                .anyMatch(finding -> finding.tier().atLeast(RiskTier.S2));
    }

    private static Map<String, Object> told(JsonNode id, Review review, boolean danger) {
        List<String> flags = review.flags().stream().map(flag -> flag.name().wireName()).toList();
        Map<String, Integer> slots = new LinkedHashMap<>();
        for (SlotName name : SlotName.values()) {
            slots.put(name.wireName(), review.grade(name));
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", id);
        told.put("flags", flags);
        told.put("slots", slots);
        told.put("overall", review.overall());
        told.put("score", review.score());
        told.put("wordings", danger ? List.of() : review.wordings());
        return told;
    }
}
