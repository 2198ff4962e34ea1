package attune.coach.suggestions;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import attune.coach.suggestions.SuggestionDocument.Content;
import attune.events.Answer;
import attune.events.CoachingEvent.Withheld;
import attune.events.PrivateText;
import attune.events.Subject;
import attune.events.SuggestionId;

/**
 * A suggestion as its client reads it.
 *
 * @param state as it is at the moment of reading
 * @param answer what the client made of it; absent until they said so
 * @param inputs what the rule looked at
 * @param withheld the other rules that applied, and why they stood back
 */
record Suggestion(SuggestionId id, String rule, String ruleVersion, PrivateText title, PrivateText body,
        List<PrivateText> steps, PrivateText why, String evidence, int minutes, Subject about, Instant offeredAt,
        Instant expiresAt, State state, @Nullable GivenAnswer answer, Map<String, String> inputs,
        List<Withheld> withheld) {

    /** Where a suggestion stands. */
    enum State {
        OFFERED("offered"),
        ANSWERED("answered"),
        EXPIRED("expired");

        private final String name;

        State(String name) {
            this.name = name;
        }

        @JsonValue
        String spelled() {
            return name;
        }
    }

    /** What the client made of it, and when they said so. */
    record GivenAnswer(Answer answer, @Nullable Integer helpful, Instant at) {}

    static Suggestion of(Content content, SuggestionDocument.@Nullable Given given, Instant now) {
        return new Suggestion(content.id(), content.rule(), content.ruleVersion(), content.title(), content.body(),
                content.steps(), content.why(), content.evidence(), content.minutes(), content.about(),
                content.offeredAt(), content.expiresAt(), state(content, given, now),
                given == null ? null : new GivenAnswer(given.answer(), given.helpful(), given.at()), content.inputs(),
                content.withheld());
    }

    private static State state(Content content, SuggestionDocument.@Nullable Given given, Instant now) {
        if (given != null) {
            return State.ANSWERED;
        }
        return now.isBefore(content.expiresAt()) ? State.OFFERED : State.EXPIRED;
    }
}
