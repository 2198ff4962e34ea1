package attune.coach.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import attune.coach.client.ClientState;
import attune.coach.client.Conflict;
import attune.events.About;
import attune.events.Audience;
import attune.events.Subject;
import attune.events.SubjectKind;

/**
 * R08: a conflict and no repair within a day. There is no timer yet, so the day is over at the next thing that the client
 * tells after it. A strong conflict that is told of when it is over and the client is calm is ready for a repair at once.
 */
final class RepairAttempt implements Condition {

    @Override
    public Set<String> numbers() {
        return Set.of("dueAfterHours", "dueUntilDays", "calmAtMost", "intensityAtLeast", "heatedAtLeast");
    }

    @Override
    public Optional<Match> match(Rule rule, ClientState state, Moment moment) {
        if (moment.stillGoingOn() || Moment.atLeast(moment.arousal(), rule.number("heatedAtLeast"))) {
            return Optional.empty();
        }
        return readyAtOnce(rule, state, moment).or(() -> overdue(rule, state, moment));
    }

    private static Optional<Match> readyAtOnce(Rule rule, ClientState state, Moment moment) {
        boolean ready = moment.kind() == Moment.Kind.CONFLICT && moment.isAboutAnother()
                && Moment.atMost(moment.arousal(), rule.number("calmAtMost"))
                && Moment.atLeast(moment.intensity(), rule.number("intensityAtLeast"))
                && moment.happenedWithin(Duration.ofDays(rule.number("dueUntilDays")))
                && state.conflicts().stream().anyMatch(conflict -> isAbout(moment, conflict) && !conflict.mended());
        if (!ready) {
            return Optional.empty();
        }
        return Optional.of(Match.of(moment,
                "You said the argument was strong (%d of 5), that it is over, and that you feel calm (%d of 5)."
                        .formatted(moment.intensity(), moment.arousal()),
                Map.of("intensity", String.valueOf(moment.intensity()), "arousal", String.valueOf(moment.arousal()),
                        "repairs", "0")));
    }

    private static Optional<Match> overdue(Rule rule, ClientState state, Moment moment) {
        Instant latest = moment.now().minus(Duration.ofHours(rule.number("dueAfterHours")));
        Instant earliest = moment.now().minus(Duration.ofDays(rule.number("dueUntilDays")));
        return state.conflicts().stream()
                .filter(conflict -> !conflict.mended() && conflict.about() != About.SELF
                        && conflict.about() != About.UNKNOWN)
                .filter(conflict -> !conflict.happenedAt().isAfter(latest)
                        && !conflict.happenedAt().isBefore(earliest))
                .max(Comparator.comparing(Conflict::happenedAt))
                .map(conflict -> overdue(conflict, moment));
    }

    private static Match overdue(Conflict conflict, Moment moment) {
        long hours = Duration.between(conflict.happenedAt(), moment.now()).toHours();
        return new Match("You told of an argument %s and have not noted a step toward each other since."
                .formatted(ago(hours)), Map.of("hoursSinceConflict", String.valueOf(hours), "repairs", "0"),
                new Subject(SubjectKind.CONFLICT, conflict.id().value()), shared(conflict, moment));
    }

    /** It tells of the conflict and comes because of the moment, so only who may see both may see it. */
    private static List<Audience> shared(Conflict conflict, Moment moment) {
        return Stream.of(Audience.values())
                .filter(who -> conflict.audience().contains(who) && moment.audience().contains(who))
                .toList();
    }

    private static boolean isAbout(Moment moment, Conflict conflict) {
        return conflict.id().value().equals(moment.subject().id());
    }

    private static String ago(long hours) {
        long days = hours / 24;
        return days <= 1 ? "a day ago" : days + " days ago";
    }
}
