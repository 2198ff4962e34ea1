package attune.coach.suggestions;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.events.Answer;
import attune.events.WireName;
import attune.http.problems.FieldErrors;

/** What a client sends: {@code {"answer": "done", "helpful": 4}}. */
record AnswerBody(@Nullable String answer, @Nullable Integer helpful) {

    private static final List<String> ANSWERS = Arrays.stream(Answer.values())
            .filter(answer -> answer != Answer.UNKNOWN)
            .map(Answer::wireName)
            .toList();

    /**
     * The answer.
     *
     * @throws attune.http.problems.ProblemException 400 that names every faulty field
     */
    Answer checked() {
        FieldErrors errors = new FieldErrors();
        errors.required("/answer", answer);
        errors.oneOf("/answer", answer, ANSWERS);
        errors.range("/helpful", helpful, 1, 5);
        errors.throwIfAny();
        return WireName.parse(Answer.class, String.valueOf(answer)).orElse(Answer.UNKNOWN);
    }
}
