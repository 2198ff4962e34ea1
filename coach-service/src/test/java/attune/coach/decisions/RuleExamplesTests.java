package attune.coach.decisions;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import attune.coach.Told.ConflictStory;
import attune.events.About;
import attune.events.Conduct;
import attune.events.EntryKind;

import static attune.coach.Told.aCheckIn;
import static attune.coach.Told.aConflict;
import static attune.coach.Told.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The rule book by examples: who tells this gets these cards, and these rules stand back for these reasons. */
class RuleExamplesTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final ConflictStory QUARREL = aConflict();

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void suggests(String what, UnaryOperator<ClientHistory> story, List<String> cards, List<String> withheld,
            String silence) {
        ClientHistory history = story.apply(new ClientHistory());

        assertThat(history.cards()).as("cards").isEqualTo(cards);
        assertThat(history.withheld()).as("withheld").isEqualTo(withheld);
        assertThat(history.silence()).as("silence").isEqualTo(silence);
    }

    static Stream<Arguments> examples() {
        return Stream.of(timeOuts(), repairs(), listening(), appreciation(), selfCompassion(), limits(), care())
                .flatMap(examples -> examples);
    }

    private static Stream<Arguments> timeOuts() {
        return Stream.of(
                offers("a time-out, worked up in an argument that goes on",
                        client -> client.tells(aConflict().arousal(4).goingOn().event()), "R02.time-out"),
                offers("a time-out, worked up after it",
                        client -> client.tells(aConflict().arousal(5).event()), "R02.time-out"),
                silent("not worked up enough",
                        client -> client.tells(aConflict().arousal(3).intensity(1).event())),
                silent("worked up, but that was this morning",
                        client -> client.tells(aConflict().arousal(5).event(),
                                client.now().minus(HOUR.multipliedBy(5)))),
                offers("settling by oneself, worked up about oneself",
                        client -> client.tells(aConflict().about(About.SELF).arousal(5).event()), "R02.settle"),
                offers("settling by oneself, worked up with contempt in the room",
                        client -> client.tells(aConflict().arousal(5).with(Conduct.CONTEMPT).goingOn().event()),
                        "R02.settle"),
                example("only the time-out, also when little understood",
                        client -> client.tells(aConflict().arousal(5).understood(1).event()), List.of("R02.time-out"),
                        List.of(), ""));
    }

    private static Stream<Arguments> repairs() {
        return Stream.of(
                offers("a repair at once, when it was strong, is over, and the client is calm",
                        client -> client.tells(aConflict().intensity(4).arousal(2).event()), "R08.small-step"),
                silent("no repair for a small one",
                        client -> client.tells(aConflict().intensity(2).arousal(2).event())),
                silent("no repair yet, while the day is not over",
                        client -> quarrel(client).after(HOUR.multipliedBy(23))
                                .tells(aCheckIn().event())),
                offers("a repair at the next thing told after a day",
                        client -> quarrel(client).after(HOUR.multipliedBy(25)).tells(aCheckIn().event()),
                        "R08.small-step"),
                offers("a repair also when the note of a time-out comes after a day",
                        client -> quarrel(client).after(DAY.multipliedBy(2))
                                .tells(anEntry(QUARREL.id(), EntryKind.NOTE)),
                        "R08.small-step"),
                silent("no repair after a week", client -> quarrel(client).after(DAY.multipliedBy(8))
                        .tells(aCheckIn().event())),
                silent("no repair when one was tried", client -> quarrel(client).after(HOUR)
                        .tells(anEntry(QUARREL.id(), EntryKind.REPAIR_TRIED)).after(DAY.multipliedBy(2))
                        .tells(aCheckIn().event())),
                silent("no repair when one was received", client -> quarrel(client).after(HOUR)
                        .tells(anEntry(QUARREL.id(), EntryKind.REPAIR_RECEIVED)).after(DAY.multipliedBy(2))
                        .tells(aCheckIn().event())),
                silent("no repair when it is settled", client -> quarrel(client).after(HOUR)
                        .tells(anEntry(QUARREL.id(), EntryKind.RESOLVED)).after(DAY.multipliedBy(2))
                        .tells(aCheckIn().event())),
                offers("a repair when it was settled and came up again", client -> quarrel(client).after(HOUR)
                        .tells(anEntry(QUARREL.id(), EntryKind.RESOLVED)).after(HOUR)
                        .tells(anEntry(QUARREL.id(), EntryKind.REOPENED)).after(DAY.multipliedBy(2))
                        .tells(aCheckIn().event()), "R08.small-step"),
                offers("the time-out and no repair, when it flares up again", client -> quarrel(client)
                        .after(DAY.multipliedBy(2)).tells(aConflict().arousal(5).event()), "R02.time-out"),
                silent("no repair with oneself", client -> client
                        .tells(aConflict().about(About.SELF).intensity(2).event()).after(DAY.multipliedBy(2))
                        .tells(aCheckIn().event())));
    }

    private static Stream<Arguments> listening() {
        return Stream.of(
                offers("listening, little understood in a check-in",
                        client -> client.tells(aCheckIn().understood(2).event()), "R10.listen-first"),
                offers("listening, little understood at work",
                        client -> client.tells(aCheckIn().about(About.WORK).understood(1).event()),
                        "R10.listen-first"),
                offers("listening, little understood in a conflict",
                        client -> client.tells(aConflict().intensity(2).understood(1).event()), "R10.listen-first"),
                offers("listening, when an entry says so",
                        client -> quarrel(client).after(HOUR)
                                .tells(anEntry(QUARREL.id(), EntryKind.UNDERSTOOD, 1)),
                        "R10.listen-first"),
                silent("understood well enough", client -> client.tells(aCheckIn().understood(3).event())),
                silent("understood little by oneself",
                        client -> client.tells(aCheckIn().about(About.SELF).understood(1).event())),
                silent("understood little two days ago", client -> client.tells(aCheckIn().understood(1).event(),
                        client.now().minus(DAY.multipliedBy(2)))),
                example("a repair goes before listening", client -> quarrel(client).after(DAY.multipliedBy(2))
                        .tells(aCheckIn().understood(1).event()), List.of("R08.small-step"),
                        List.of("R10:another-goes-first"), ""));
    }

    private static Stream<Arguments> appreciation() {
        return Stream.of(
                offers("appreciation on a calm day after a conflict", client -> mendedQuarrel(client)
                        .after(DAY.multipliedBy(3)).tells(aCheckIn().mood(4).safety(4).event()), "R12.thank"),
                silent("no appreciation within two days of a conflict", client -> mendedQuarrel(client)
                        .after(HOUR.multipliedBy(47)).tells(aCheckIn().mood(4).safety(4).event())),
                silent("no appreciation without safety", client -> mendedQuarrel(client)
                        .after(DAY.multipliedBy(3)).tells(aCheckIn().mood(4).event())),
                silent("no appreciation without a conflict, since nothing is out of balance",
                        client -> client.tells(aCheckIn().mood(4).safety(4).event())),
                silent("no appreciation when good moments are many", client -> {
                    mendedQuarrel(client);
                    for (int i = 0; i < 5; i++) {
                        client.after(DAY).tells(aCheckIn().mood(5).event());
                    }
                    return client.tells(aCheckIn().mood(4).safety(4).event());
                }));
    }

    private static Stream<Arguments> selfCompassion() {
        return Stream.of(
                offers("self-compassion for words that are hard on oneself",
                        client -> client.tells(aCheckIn().mood(2).words("tired", " Ashamed").event()),
                        "R17.kind-break"),
                silent("no such words", client -> client.tells(aCheckIn().mood(1).words("tired").event())),
                silent("such words in a good mood", client -> client.tells(aCheckIn().mood(3).words("guilty").event())),
                offers("self-compassion and listening together: one small card and one primary",
                        client -> client.tells(aCheckIn().mood(2).words("guilty").understood(2).event()),
                        "R17.kind-break", "R10.listen-first"),
                offers("self-compassion alone when there is a sign of fear",
                        List.of("R10:sign-of-fear"),
                        client -> client.tells(aCheckIn().mood(1).safety(1).understood(1).words("guilty").event()),
                        "R17.kind-break"));
    }

    private static Stream<Arguments> limits() {
        return Stream.of(
                example("nothing within four hours of the last",
                        client -> client.tells(aCheckIn().understood(1).event()).after(HOUR.multipliedBy(3))
                                .tells(aConflict().arousal(5).event()),
                        List.of(), List.of("R02:too-soon-after-the-last"), "too-soon-after-the-last"),
                example("no card of the same family within three days",
                        client -> client.tells(aCheckIn().understood(1).event()).after(DAY.multipliedBy(2))
                                .tells(aCheckIn().understood(1).event()),
                        List.of(), List.of("R10:same-family-within-3-days"), "nothing-fits"),
                offers("another card of the family after three days",
                        client -> client.tells(aCheckIn().understood(1).event()).after(DAY.multipliedBy(4))
                                .tells(aCheckIn().understood(1).event()),
                        "R10.one-wish"),
                example("no card twice within two weeks",
                        client -> client.tells(aCheckIn().understood(1).event()).after(DAY.multipliedBy(4))
                                .tells(aCheckIn().understood(1).event()).after(DAY.multipliedBy(4))
                                .tells(aCheckIn().understood(1).event()),
                        List.of(), List.of("R10:same-card-within-14-days"), "nothing-fits"),
                offers("the first card again after two weeks",
                        client -> client.tells(aCheckIn().understood(1).event()).after(DAY.multipliedBy(15))
                                .tells(aCheckIn().understood(1).event()),
                        "R10.listen-first"),
                example("no third card within a day",
                        client -> client.tells(aCheckIn().mood(2).words("guilty").understood(2).event())
                                .after(HOUR.multipliedBy(5)).tells(aConflict().arousal(5).event()),
                        List.of(), List.of("R02:budget-spent"), "budget-spent"));
    }

    private static Stream<Arguments> care() {
        return Stream.of(
                example("no card about the other with low safety",
                        client -> client.tells(aCheckIn().safety(2).understood(1).event()), List.of(),
                        List.of("R10:sign-of-fear"), "nothing-fits"),
                example("nor with a word of fear",
                        client -> client.tells(aCheckIn().understood(1).words("Scared").event()), List.of(),
                        List.of("R10:sign-of-fear"), "nothing-fits"),
                example("nor for two weeks after, whomever it was about",
                        client -> client.tells(aCheckIn().safety(1).event()).after(DAY.multipliedBy(13))
                                .tells(aCheckIn().about(About.FRIEND).safety(5).understood(1).event()),
                        List.of(), List.of("R10:sign-of-fear"), "nothing-fits"),
                offers("but after that",
                        client -> client.tells(aCheckIn().safety(1).event()).after(DAY.multipliedBy(15))
                                .tells(aCheckIn().understood(1).event()),
                        "R10.listen-first"),
                example("no card about the other when something could not be read",
                        client -> client.tellsSomethingUnreadable().tells(aCheckIn().understood(1).event()), List.of(),
                        List.of("R10:state-incomplete"), "nothing-fits"),
                offers("but one for oneself",
                        client -> client.tellsSomethingUnreadable().tells(aConflict().arousal(5).event()),
                        "R02.settle"),
                example("no card at all where a person is needed",
                        client -> client.tells(aCheckIn().mood(1).words("hopeless", "ashamed").event()), List.of(),
                        List.of("R17:needs-a-person"), "needs-a-person"));
    }

    private static ClientHistory quarrel(ClientHistory client) {
        return client.tells(QUARREL.event());
    }

    private static ClientHistory mendedQuarrel(ClientHistory client) {
        return quarrel(client).tells(anEntry(QUARREL.id(), EntryKind.RESOLVED));
    }

    private static Arguments offers(String what, UnaryOperator<ClientHistory> story, String... cards) {
        return offers(what, List.of(), story, cards);
    }

    private static Arguments offers(String what, List<String> withheld, UnaryOperator<ClientHistory> story,
            String... cards) {
        return example(what, story, List.of(cards), withheld, "");
    }

    private static Arguments silent(String what, UnaryOperator<ClientHistory> story) {
        return example(what, story, List.of(), List.of(), "nothing-fits");
    }

    private static Arguments example(String what, UnaryOperator<ClientHistory> story, List<String> cards,
            List<String> withheld, String silence) {
        return arguments(what, story, cards, withheld, silence);
    }
}
