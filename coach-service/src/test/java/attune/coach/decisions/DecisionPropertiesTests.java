package attune.coach.decisions;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import attune.coach.Told.CheckIn;
import attune.coach.Told.ConflictStory;
import attune.coach.client.Signs;
import attune.coach.rules.RuleBookFile;
import attune.eventlog.folds.Decision;
import attune.events.About;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.Conduct;
import attune.events.ConflictId;
import attune.events.EntryKind;
import attune.events.Envelope;
import attune.events.EventCodec;
import attune.events.EventId;
import attune.events.JournalEvent;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.PersonId;

import static attune.coach.Told.aCheckIn;
import static attune.coach.Told.aConflict;
import static attune.coach.Told.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds whatever a client tells: 200 made-up months, each from a number that names it. */
class DecisionPropertiesTests {

    private static final int MONTHS = 200;
    private static final Set<String> PRIMARY = Set.of("R02", "R08", "R10");
    private static final Set<String> COUPLE_CARDS = Set.of("R02.time-out", "R08.small-step", "R08.own-part",
            "R10.listen-first", "R10.one-wish", "R12.thank", "R12.notice");
    private static final Duration DAY = Duration.ofDays(1);

    /** Something that is told, how long after the last thing, and how long before it happened. */
    private record Step(Duration after, Duration ago, JournalEvent event) {}

    private record Offer(Instant at, SuggestionOffered event) {}

    static IntStream months() {
        return IntStream.range(0, MONTHS);
    }

    @ParameterizedTest
    @MethodSource("months")
    void neverSuggestsTwoPrimaryCardsOrTwoOfOneRule(int seed) {
        ClientHistory client = new ClientHistory();
        for (Step step : month(seed)) {
            tell(client, step);
            List<String> rules = client.offered().stream().map(SuggestionOffered::rule).toList();
            assertThat(rules).hasSizeLessThanOrEqualTo(2).doesNotHaveDuplicates();
            assertThat(rules.stream().filter(PRIMARY::contains)).hasSizeLessThanOrEqualTo(1);
            assertThat(client.decisions()).extracting(Decision::rule).doesNotHaveDuplicates();
            assertThat(client.decisions().isEmpty()).isEqualTo(saysNothingToRules(client, step));
        }
    }

    @ParameterizedTest
    @MethodSource("months")
    void keepsThePausesAndTheBudget(int seed) {
        List<Offer> offers = offers(seed);

        for (Offer offer : offers) {
            List<Offer> before = offers.stream().filter(other -> other.at().isBefore(offer.at())).toList();
            assertThat(within(before, offer, DAY.multipliedBy(14)).map(other -> other.event().card()))
                    .doesNotContain(offer.event().card());
            assertThat(within(before, offer, DAY.multipliedBy(3)).map(other -> other.event().rule()))
                    .doesNotContain(offer.event().rule());
            assertThat(within(before, offer, Duration.ofHours(4))).isEmpty();
            long beside = offers.stream().filter(other -> other.at().equals(offer.at())).count();
            assertThat(within(before, offer, DAY).count() + beside).isLessThanOrEqualTo(2);
            assertThat(within(before, offer, DAY.multipliedBy(7)).count() + beside).isLessThanOrEqualTo(6);
        }
    }

    @ParameterizedTest
    @MethodSource("months")
    void neverTurnsToTheOtherWhileThereIsASignOfFear(int seed) {
        Signs signs = RuleBookFile.inForce().signs();
        ClientHistory client = new ClientHistory();
        @Nullable
        Instant fearAt = null;
        for (Step step : month(seed)) {
            tell(client, step);
            Instant happened = client.now().minus(step.ago());
            if (isFear(step.event(), signs) && (fearAt == null || happened.isAfter(fearAt))) {
                fearAt = happened;
            }
            if (fearAt != null && fearAt.isAfter(client.now().minus(DAY.multipliedBy(14)))) {
                assertThat(client.cards()).doesNotContainAnyElementsOf(COUPLE_CARDS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("months")
    void decidesTheSameByteForByteWhenItIsReadAgain(int seed) {
        List<Step> month = month(seed);
        assertThat(bytes(month, new Random(seed))).isEqualTo(bytes(month, new Random(-seed - 1L)));
    }

    @ParameterizedTest
    @MethodSource("months")
    void saysWhyInNumbersAndNeverInTheClientsWords(int seed) {
        for (Offer offer : offers(seed)) {
            assertThat(offer.event().inputs().values())
                    .allMatch(value -> value.matches("[0-9]+|true|false|[a-z-]{1,20}"));
            assertThat(offer.event().why().value()).startsWith("You ").endsWith(".").doesNotContain("a topic",
                    "what happened", "a note");
            assertThat(offer.event().expiresAt()).isAfter(offer.event().offeredAt());
        }
    }

    @ParameterizedTest
    @MethodSource("months")
    void staysSmall(int seed) {
        ClientHistory client = new ClientHistory();
        month(seed).forEach(step -> tell(client, step));
        month(seed + 1_000).forEach(step -> tell(client, step));

        assertThat(client.state().conflicts()).hasSizeLessThanOrEqualTo(30);
        assertThat(client.state().goodMoments()).hasSizeLessThanOrEqualTo(200);
        assertThat(client.gate().offered()).hasSizeLessThanOrEqualTo(100);
    }

    private static boolean saysNothingToRules(ClientHistory client, Step step) {
        return step.event() instanceof ConflictEntryAdded entry && client.state().conflict(entry.conflict()).isEmpty();
    }

    private static boolean isFear(JournalEvent event, Signs signs) {
        return switch (event) {
            case CheckInRecorded checkIn -> (checkIn.safety() != null && checkIn.safety() <= signs.safetyAtMost())
                    || checkIn.words().stream().anyMatch(word -> signs.fear().contains(word.value()));
            case ConflictOpened opened -> opened.saidOrDone().contains(Conduct.CONTEMPT) && opened.arousal() != null
                    && opened.arousal() >= signs.arousalAtLeast();
            default -> false;
        };
    }

    private static Stream<Offer> within(List<Offer> before, Offer offer, Duration span) {
        return before.stream().filter(other -> other.at().isAfter(offer.at().minus(span)));
    }

    private static List<Offer> offers(int seed) {
        ClientHistory client = new ClientHistory();
        List<Offer> offers = new ArrayList<>();
        for (Step step : month(seed)) {
            tell(client, step);
            client.offered().forEach(event -> offers.add(new Offer(client.now(), event)));
        }
        return offers;
    }

    /** All decisions of a month as they would stand on the log, with the state saved and loaded here and there. */
    private static List<String> bytes(List<Step> month, Random batches) {
        EventCodec codec = new EventCodec();
        ClientHistory client = new ClientHistory();
        List<String> bytes = new ArrayList<>();
        for (Step step : month) {
            tell(client, step);
            if (batches.nextInt(5) == 0) {
                client.isSavedAndLoaded();
            }
            client.decisions().forEach(decision -> bytes.add(decision.rule() + new String(codec.encode(
                    new Envelope<>(EventId.derivedFrom(new EventId(new UUID(1, 2)), decision.rule()),
                            PersonId.of("client-1"), client.now().atOffset(ZoneOffset.UTC), client.now(), "x",
                            null, null, decision.event()))
                    .value(), StandardCharsets.UTF_8)));
        }
        return bytes;
    }

    private static void tell(ClientHistory client, Step step) {
        client.after(step.after()).tells(step.event(), client.now().minus(step.ago()));
    }

    private static List<Step> month(int seed) {
        Random chance = new Random(seed);
        List<ConflictId> conflicts = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        // Some people tell something every hour, some once in two days; some rate themselves low, some do not.
        int hours = 1 + chance.nextInt(48);
        boolean calm = chance.nextBoolean();
        for (int i = 0; i < 120; i++) {
            Duration after = Duration.ofMinutes(chance.nextInt(hours * 60));
            Duration ago = chance.nextInt(10) == 0 ? Duration.ofHours(chance.nextInt(100)) : Duration.ZERO;
            steps.add(new Step(after, ago, event(chance, calm, conflicts)));
        }
        return steps;
    }

    private static JournalEvent event(Random chance, boolean calm, List<ConflictId> conflicts) {
        int low = calm ? 3 : 1;
        if (chance.nextInt(4) == 0) {
            ConflictStory story = aConflict().about(pick(chance, About.values())).intensity(rating(chance, 1))
                    .arousal(rating(chance, 1)).understood(rating(chance, low));
            story = chance.nextInt(3) == 0 ? story.with(pick(chance, Conduct.values())) : story;
            conflicts.add(story.id());
            return chance.nextBoolean() ? story.event() : story.goingOn().event();
        }
        if (!conflicts.isEmpty() && chance.nextInt(4) == 0) {
            return anEntry(conflicts.get(chance.nextInt(conflicts.size())), pick(chance, EntryKind.values()),
                    rating(chance, 1));
        }
        CheckIn checkIn = aCheckIn().about(pick(chance, About.values())).mood(1 + chance.nextInt(5))
                .safety(rating(chance, low)).understood(rating(chance, 1));
        return chance.nextInt(5) == 0
                ? checkIn.words(pick(chance, "tired", "ashamed", "guilty", calm ? "fine" : "scared", "hopeless"))
                        .event()
                : checkIn.event();
    }

    private static @Nullable Integer rating(Random chance, int lowest) {
        return chance.nextInt(4) == 0 ? null : lowest + chance.nextInt(6 - lowest);
    }

    @SafeVarargs
    private static <T> T pick(Random chance, T... choices) {
        return choices[chance.nextInt(choices.length)];
    }
}
