package attune.coach.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.eventlog.records.Recorded;
import attune.events.Answer;
import attune.events.CoachingEvent.SuggestionAnswered;
import attune.events.EventId;
import attune.events.Scope;
import attune.events.SuggestionId;

/** What the client made of a suggestion; seen by whoever may see the suggestion. */
record AnswerItem(EventId id, Instant at, SuggestionId suggestion, Answer answer, @Nullable Integer helpful)
        implements
            FeedItem {

    static AnswerItem of(Recorded<?> recorded, SuggestionAnswered answered) {
        return new AnswerItem(recorded.id(), recorded.recordedAt(), answered.suggestion(), answered.answer(),
                answered.helpful());
    }

    @Override
    public String kind() {
        return "answer";
    }

    @Override
    public Optional<FeedItem> within(Set<Scope> scopes) {
        return Optional.of(this);
    }
}
