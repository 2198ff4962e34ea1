package attune.coach.suggestions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.events.Answer;
import attune.events.CoachingEvent.SuggestionAnswered;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.CoachingEvent.Withheld;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.events.Subject;
import attune.events.SuggestionId;

/**
 * A suggestion as it stands in the database, by {@code person/id}.
 *
 * @param content null until the suggestion was offered
 * @param answer what the client made of it; null until they said so
 * @param answers how often the client answered
 */
record SuggestionDocument(@Nullable Content content, @Nullable Given answer, int answers) {

    static final DocumentKind<SuggestionDocument> KIND = new DocumentKind<>("suggestions", SuggestionDocument.class,
            new SuggestionDocument(null, null, 0));

    static String id(PersonId person, SuggestionId suggestion) {
        return person.value() + "/" + suggestion;
    }

    /** The first offer of an id counts. */
    SuggestionDocument after(SuggestionOffered offered) {
        return content == null ? new SuggestionDocument(Content.of(offered), answer, answers) : this;
    }

    /** A later answer replaces an earlier one. */
    SuggestionDocument after(SuggestionAnswered answered, Instant at) {
        return new SuggestionDocument(content, new Given(answered.answer(), answered.helpful(), at), answers + 1);
    }

    /** What the client made of it. */
    record Given(Answer answer, @Nullable Integer helpful, Instant at) {

        boolean says(Answer otherAnswer, @Nullable Integer otherHelpful) {
            return answer == otherAnswer && Objects.equals(helpful, otherHelpful);
        }
    }

    /** What was suggested; see {@link SuggestionOffered}. */
    record Content(SuggestionId id, String rule, String ruleVersion, String card, PrivateText title, PrivateText body,
            List<PrivateText> steps, PrivateText why, String evidence, int minutes, Subject about, Instant offeredAt,
            Instant expiresAt, Map<String, String> inputs, List<Withheld> withheld) {

        static Content of(SuggestionOffered offered) {
            return new Content(offered.suggestion(), offered.rule(), offered.ruleVersion(), offered.card(),
                    offered.title(), offered.body(), offered.steps(), offered.why(), offered.evidence(),
                    offered.minutes(), offered.about(), offered.offeredAt(), offered.expiresAt(), offered.inputs(),
                    offered.withheld());
        }
    }
}
