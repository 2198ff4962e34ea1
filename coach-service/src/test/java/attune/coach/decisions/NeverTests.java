package attune.coach.decisions;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import attune.coach.Told.CheckIn;
import attune.events.About;
import attune.events.Audience;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.Heard;
import attune.events.JournalEvent;
import attune.events.RiskTier;

import static attune.coach.Told.NOTHING_FOUND;
import static attune.coach.Told.aCheckIn;
import static attune.coach.Told.aConflict;
import static attune.coach.Told.found;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What may never happen to a client who needs care: made-up lives of whom each comes to a tier at some point, told through
 * the real folds, and watched from there on.
 */
class NeverTests {

    private static final Set<String> COUPLE_CARDS = Set.of("R02.time-out", "R08.small-step", "R08.own-part",
            "R10.listen-first", "R10.one-wish", "R12.thank", "R12.notice");
    /** Words that would tell somebody who looks over the client's shoulder. */
    private static final Pattern OF_RISK = Pattern.compile(
            "\\b(risk|crisis|suicid\\w*|self-harm|abus\\w*|violen\\w*|danger\\w*|emergency|hotline|tier|case|blocked)\\b");

    static IntStream lives() {
        return IntStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void turnsACarefulClientToTheOtherOrSpeaksAtS3(int seed) {
        Random chance = new Random(seed);
        ClientHistory client = new ClientHistory();
        RiskTier highest = RiskTier.S0;
        for (int day = 0; day < 90; day++) {
            client.after(Duration.ofMinutes(60 + chance.nextInt(2_000)));
            RiskTier now = chance.nextInt(30) == 0 ? pick(chance) : RiskTier.S0;
            highest = RiskTier.higher(highest, now);
            client.tells(told(chance, now == RiskTier.S0 ? NOTHING_FOUND : found(now)));
            if (chance.nextInt(10) == 0) {
                client.isSavedAndLoaded();
            }
            watch(client, highest);
        }
        assertThat(client.gate().tier().atLeast(highest)).isTrue();
    }

    private static void watch(ClientHistory client, RiskTier highest) {
        List<SuggestionOffered> offered = client.offered();
        if (highest.atLeast(RiskTier.S1)) {
            assertThat(client.cards()).doesNotContainAnyElementsOf(COUPLE_CARDS);
        }
        if (highest.atLeast(RiskTier.S2)) {
            assertThat(offered).noneMatch(suggestion -> suggestion.audience().contains(Audience.PARTNER));
        }
        if (highest.atLeast(RiskTier.S3)) {
            assertThat(offered).isEmpty();
        }
        assertThat(offered.stream().flatMap(suggestion -> suggestion.withheld().stream()))
                .as("what clients read beside a suggestion")
                .noneMatch(withheld -> withheld.reason().matches(".*(paused|blocked|stopped).*"));
        assertThat(offered).allSatisfy(suggestion -> assertThat(OF_RISK
                .matcher((suggestion.title().value() + suggestion.why().value()).toLowerCase(Locale.ROOT)).find())
                .isFalse());
    }

    private static JournalEvent told(Random chance, Heard heard) {
        if (chance.nextInt(4) == 0) {
            return aConflict().about(About.PARTNER).arousal(1 + chance.nextInt(5)).intensity(1 + chance.nextInt(5))
                    .understood(1 + chance.nextInt(5)).sharedWith(Audience.COACH, Audience.PARTNER).event(heard);
        }
        CheckIn checkIn = aCheckIn().mood(1 + chance.nextInt(5)).safety(3 + chance.nextInt(3))
                .understood(1 + chance.nextInt(5)).note("a note").sharedWith(Audience.COACH, Audience.PARTNER);
        return (chance.nextBoolean() ? checkIn.words("guilty") : checkIn).event(heard);
    }

    private static RiskTier pick(Random chance) {
        return List.of(RiskTier.S1, RiskTier.S2, RiskTier.S3).get(chance.nextInt(3));
    }
}
