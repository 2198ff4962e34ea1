package attune.notification.channels.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import attune.events.AttemptOutcome;
import attune.events.DeliveryEvent.TargetAnswer;
import attune.notification.channels.Carried;
import attune.notification.channels.Handover;

import static attune.events.AttemptOutcome.ACCEPTED;
import static attune.events.AttemptOutcome.INVALID_TARGET;
import static attune.events.AttemptOutcome.PERMANENT_ERROR;
import static attune.events.AttemptOutcome.RETRYABLE_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

class WebhookAnswersTests {

    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final UUID THIRD = new UUID(3, 3);

    private final List<TargetAnswer> before = new ArrayList<>();
    private Instant now = NOW;

    @Test
    void isDoneWhenAllTookIt() {
        WebhookAnswers answers = begin();
        answers.add(ONE, Handover.of(ACCEPTED), now);
        answers.add(OTHER, Handover.of(ACCEPTED), now);

        assertThat(end(answers).handover()).isEqualTo(Handover.of(ACCEPTED));
        assertThat(before).containsExactly(answer(ONE, ACCEPTED), answer(OTHER, ACCEPTED));
    }

    @Test
    void asksOnlyWhoHasNeitherTakenNorRefusedIt() {
        WebhookAnswers first = begin();
        first.add(ONE, Handover.of(ACCEPTED), now);
        first.add(OTHER, Handover.of(RETRYABLE_ERROR), now);
        first.add(THIRD, Handover.of(PERMANENT_ERROR), now);
        assertThat(end(first).handover()).isEqualTo(new Handover.Answered(RETRYABLE_ERROR, Duration.ZERO));

        WebhookAnswers second = begin();
        assertThat(asked(second)).containsExactly(OTHER);
        second.add(OTHER, Handover.of(PERMANENT_ERROR), now);
        assertThat(end(second).handover()).as("one took it, earlier").isEqualTo(Handover.of(ACCEPTED));
    }

    @Test
    void keepsWhatWasTakenWhileAnotherWasNotToBeAsked() {
        WebhookAnswers answers = begin();
        answers.add(ONE, Handover.of(ACCEPTED), now);
        answers.add(OTHER, new Handover.NotAsked(Duration.ofSeconds(7)), now);

        assertThat(end(answers).handover()).isEqualTo(new Handover.Answered(RETRYABLE_ERROR, Duration.ofSeconds(7)));
        assertThat(asked(begin())).containsExactly(OTHER, THIRD);
    }

    @Test
    void countsNoAttemptWhereNobodyWasAsked() {
        WebhookAnswers answers = begin();
        answers.add(ONE, new Handover.NotAsked(Duration.ofSeconds(9)), now);
        answers.add(OTHER, new Handover.NotAsked(Duration.ofSeconds(7)), now);

        assertThat(end(answers)).isEqualTo(
                new Carried("webhook", new Handover.NotAsked(Duration.ofSeconds(7)), List.of(), List.of()));
    }

    @Test
    void letsNobodyWaitForSomebodyElse() {
        WebhookAnswers first = begin();
        first.add(ONE, new Handover.Answered(RETRYABLE_ERROR, Duration.ofHours(6)), now);
        first.add(OTHER, Handover.of(RETRYABLE_ERROR), now);
        assertThat(end(first).handover()).isEqualTo(new Handover.Answered(RETRYABLE_ERROR, Duration.ZERO));

        now = NOW.plus(Duration.ofHours(1));
        WebhookAnswers second = begin();
        assertThat(second.mayAsk(ONE)).isFalse();
        assertThat(second.mayAsk(OTHER)).isTrue();
        second.add(OTHER, Handover.of(ACCEPTED), now);
        assertThat(end(second).handover()).isEqualTo(new Handover.Answered(RETRYABLE_ERROR, Duration.ofHours(5)));

        now = NOW.plus(Duration.ofHours(6));
        assertThat(asked(begin())).containsExactly(ONE, THIRD);
    }

    @Test
    void saysWhichAreGone() {
        WebhookAnswers answers = begin();
        answers.add(ONE, Handover.of(INVALID_TARGET), now);
        assertThat(end(answers)).isEqualTo(new Carried("webhook", Handover.of(INVALID_TARGET), List.of(ONE),
                List.of(answer(ONE, INVALID_TARGET))));

        WebhookAnswers next = begin();
        next.add(OTHER, Handover.of(PERMANENT_ERROR), now);
        assertThat(end(next)).isEqualTo(new Carried("webhook", Handover.of(PERMANENT_ERROR), List.of(),
                List.of(answer(OTHER, PERMANENT_ERROR))));
    }

    private WebhookAnswers begin() {
        return new WebhookAnswers(before, now);
    }

    /** What was said is remembered, as the log would. */
    private Carried end(WebhookAnswers answers) {
        Carried carried = answers.carried("webhook");
        carried.answers().forEach(answer -> before.removeIf(old -> old.target().equals(answer.target())));
        before.addAll(carried.answers());
        return carried;
    }

    private static List<UUID> asked(WebhookAnswers answers) {
        return List.of(ONE, OTHER, THIRD).stream().filter(answers::mayAsk).toList();
    }

    private static TargetAnswer answer(UUID target, AttemptOutcome outcome) {
        return new TargetAnswer(target, outcome, null);
    }
}
