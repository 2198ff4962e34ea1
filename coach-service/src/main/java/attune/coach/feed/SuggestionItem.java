package attune.coach.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.coach.suggestions.WaitingSuggestions;
import attune.eventlog.records.Recorded;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.EventId;
import attune.events.PrivateText;
import attune.events.Scope;
import attune.events.Subject;
import attune.events.SubjectKind;
import attune.events.SuggestionId;

/**
 * A suggestion because of something that the client shares. What else the rules looked at is not shown: it may come from
 * what the client keeps to themselves.
 *
 * @param why may name ratings and hint at words, so that after a check-in it needs both {@code pulse} and {@code text}
 */
record SuggestionItem(EventId id, Instant at, SuggestionId suggestion, String rule, String ruleVersion,
        PrivateText title, PrivateText body, List<PrivateText> steps, @Nullable PrivateText why, String evidence,
        int minutes, Subject about, Instant expiresAt) implements FeedItem {

    static SuggestionItem of(Recorded<?> recorded, SuggestionOffered offered) {
        return new SuggestionItem(recorded.id(), recorded.recordedAt(), offered.suggestion(), offered.rule(),
                offered.ruleVersion(), offered.title(), offered.body(), offered.steps(), offered.why(),
                offered.evidence(), offered.minutes(), offered.about(), offered.expiresAt());
    }

    @Override
    public String kind() {
        return "suggestion";
    }

    @Override
    public Optional<FeedItem> within(Set<Scope> scopes) {
        if (!WaitingSuggestions.maySee(about.kind(), scopes)) {
            return Optional.empty();
        }
        boolean showsWhy = about.kind() == SubjectKind.CONFLICT
                || (scopes.contains(Scope.PULSE) && scopes.contains(Scope.TEXT));
        return Optional.of(new SuggestionItem(id, at, suggestion, rule, ruleVersion, title, body, steps,
                showsWhy ? why : null, evidence, minutes, about, expiresAt));
    }
}
