package attune.coach.suggestions;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import attune.eventlog.documents.DocumentKind;
import attune.events.Audience;
import attune.events.CoachingEvent.SuggestionAnswered;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.Scope;
import attune.events.SubjectKind;
import attune.events.SuggestionId;

/** The suggestions of a client that are shared with coaches and not answered yet, by person. */
public record WaitingSuggestions(List<Waiting> waiting) {

    public static final WaitingSuggestions NONE = new WaitingSuggestions(List.of());
    public static final DocumentKind<WaitingSuggestions> KIND = new DocumentKind<>("waitingSuggestions",
            WaitingSuggestions.class, NONE);

    private static final int MOST = 20;

    public WaitingSuggestions {
        waiting = List.copyOf(waiting);
    }

    /** One of them. */
    public record Waiting(SuggestionId id, SubjectKind about, Instant expiresAt) {}

    WaitingSuggestions after(SuggestionOffered offered, Instant now) {
        if (!offered.audience().contains(Audience.COACH)) {
            return this;
        }
        List<Waiting> more = Stream.concat(waiting.stream().filter(one -> one.expiresAt().isAfter(now)),
                Stream.of(new Waiting(offered.suggestion(), offered.about().kind(), offered.expiresAt()))).toList();
        return new WaitingSuggestions(more.subList(Math.max(0, more.size() - MOST), more.size()));
    }

    WaitingSuggestions after(SuggestionAnswered answered) {
        return new WaitingSuggestions(
                waiting.stream().filter(one -> !one.id().equals(answered.suggestion())).toList());
    }

    /** How many wait at this moment, of those that a coach with these scopes may see. */
    public int count(Set<Scope> scopes, Instant now) {
        return (int) waiting.stream()
                .filter(one -> one.expiresAt().isAfter(now) && maySee(one.about(), scopes))
                .count();
    }

    /** Whether a coach with these scopes may see a suggestion about such a thing. */
    public static boolean maySee(SubjectKind about, Set<Scope> scopes) {
        return switch (about) {
            case CONFLICT -> scopes.contains(Scope.CONFLICTS);
            case CHECK_IN -> scopes.contains(Scope.PULSE) || scopes.contains(Scope.TEXT);
            case SUGGESTION, CASE, REMINDER, DIGEST, MEASURE, UNKNOWN -> false;
        };
    }
}
