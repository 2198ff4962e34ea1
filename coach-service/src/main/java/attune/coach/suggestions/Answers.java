package attune.coach.suggestions;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.eventlog.append.AppendResult;
import attune.eventlog.append.AppendResult.Appended;
import attune.eventlog.append.EventAppender;
import attune.eventlog.positions.ReadYourWrites;
import attune.events.Answer;
import attune.events.CoachingEvent.SuggestionAnswered;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.PersonId;
import attune.events.Position;
import attune.events.SuggestionId;

/** Takes what clients make of their suggestions. */
@Component
class Answers {

    private final Suggestions suggestions;
    private final EventAppender appender;
    private final ReadYourWrites readYourWrites;
    private final Clock clock;
    private final String source;

    Answers(Suggestions suggestions, EventAppender appender, ReadYourWrites readYourWrites, Clock clock,
            @Value("${spring.application.name}") String source) {
        this.suggestions = suggestions;
        this.appender = appender;
        this.readYourWrites = readYourWrites;
        this.clock = clock;
        this.source = source;
    }

    /** What became of an answer. */
    sealed interface Outcome {

        /**
         * The log has it.
         *
         * @param first whether the suggestion had no answer before
         */
        record Kept(Suggestion suggestion, Position position, boolean first) implements Outcome {}

        /** It had been given before, so nothing was appended. */
        record Same(Suggestion suggestion) implements Outcome {}

        /** The log does not have it, or it is not known whether it does. */
        record NotKept() implements Outcome {}
    }

    /**
     * Keeps an answer.
     *
     * @return empty if the client has no suggestion of this id
     */
    Mono<Outcome> give(PersonId person, SuggestionId id, AnswerBody body) {
        return Mono.fromCallable(body::checked)
                .flatMap(answer -> suggestions.document(person, id)
                        .flatMap(document -> give(person, id, document, answer, body.helpful())));
    }

    private Mono<Outcome> give(PersonId person, SuggestionId id, SuggestionDocument document, Answer answer,
            @Nullable Integer helpful) {
        Instant now = clock.instant();
        if (document.answer() != null && document.answer().says(answer, helpful)) {
            return Mono.justOrEmpty(Suggestions.read(document, now)).map(Outcome.Same::new);
        }
        SuggestionAnswered answered = new SuggestionAnswered(id, answer, helpful);
        Envelope<SuggestionAnswered> envelope = new Envelope<>(eventId(person, document, answered), person,
                now.atOffset(ZoneOffset.UTC), now, source, null, null, answered);
        boolean first = document.answer() == null;
        return appender.append(envelope)
                .flatMap(result -> outcome(result, document.after(answered, now), now, first));
    }

    /** Waits until it can be read, so that who sends it again is told that it is the same. */
    private Mono<Outcome> outcome(AppendResult result, SuggestionDocument document, Instant now, boolean first) {
        if (!(result instanceof Appended appended)) {
            return Mono.just(new Outcome.NotKept());
        }
        return readYourWrites.await(appended.position())
                .then(Mono.justOrEmpty(Suggestions.read(document, now)))
                .map(suggestion -> new Outcome.Kept(suggestion, appended.position(), first));
    }

    /** Sent again before it was read: the same id. Given again after another answer: another id. */
    private static EventId eventId(PersonId person, SuggestionDocument document, SuggestionAnswered answered) {
        return EventId.about(person, EventType.SUGGESTION_ANSWERED, answered.suggestion().toString(),
                answered.answer().wireName(), String.valueOf(answered.helpful()), String.valueOf(document.answers()));
    }
}
