package attune.local.play;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import attune.local.play.Seen.FeedItem;
import attune.local.play.Seen.Notification;
import attune.local.play.Seen.Suggestion;

import static org.assertj.core.api.Assertions.assertThat;

class AuditTests {

    private static final Instant BEGAN = Instant.parse("2026-11-23T20:00:00Z");
    private static final Instant LATER = BEGAN.plusSeconds(5);
    private static final String CLIENT = "client-1";
    private static final Item CHECK_IN = new Item(Item.Kind.CHECK_IN, new UUID(7, 1), CLIENT, Duration.ZERO,
            new JsonMapper().createObjectNode(), null);
    private static final Suggestion SUGGESTION = new Suggestion("s1", "R17", CHECK_IN.id(), LATER);
    private static final Notification NOTIFICATION = new Notification("n1", "s1", LATER);
    private static final FeedItem CHECK_IN_FED = new FeedItem("f1", "check-in", CHECK_IN.id().toString());
    private static final FeedItem SUGGESTION_FED = new FeedItem("f2", "suggestion", "s1");

    private static Findings findings(Seen seen, Arrival... arrivals) {
        return new Audit(List.of(CHECK_IN), BEGAN, false).of(List.of(seen), List.of(arrivals));
    }

    private static Seen seen(List<Suggestion> suggestions, List<Notification> notifications, FeedItem... feed) {
        return new Seen(CLIENT, List.of(CHECK_IN.id()), suggestions, notifications, List.of(feed));
    }

    @Test
    void findsNothingWrongWhereEverythingIsOnce() {
        Findings found = findings(seen(List.of(SUGGESTION), List.of(NOTIFICATION), SUGGESTION_FED, CHECK_IN_FED),
                new Arrival(CLIENT, "n1", "s1", 1));
        assertThat(found).isEqualTo(new Findings(List.of(SUGGESTION), 1, 2, List.of(), List.of()));
    }

    @Test
    void missesWhatIsNotInTheOwnListNorInTheFeed() {
        Findings found = findings(new Seen(CLIENT, List.of(), List.of(), List.of(), List.of()));
        assertThat(found.lost()).hasSize(2);
    }

    @Test
    void missesTheNotificationOfASuggestionAndItsPlaceInTheFeed() {
        Findings found = findings(seen(List.of(SUGGESTION), List.of(), CHECK_IN_FED));
        assertThat(found.lost()).hasSize(2);
        assertThat(found.delivered()).isZero();
    }

    @Test
    void missesTheSuggestionOfANotification() {
        assertThat(findings(seen(List.of(), List.of(NOTIFICATION), CHECK_IN_FED)).lost()).hasSize(1);
    }

    @Test
    void takesNoNotificationOfBeforeForOneWithoutASuggestion() {
        Notification earlier = new Notification("n0", "s0", BEGAN.minusSeconds(1));
        assertThat(findings(seen(List.of(), List.of(earlier), CHECK_IN_FED)).lost()).isEmpty();
    }

    @Test
    void noticesOneRuleTwiceAboutTheSame() {
        Suggestion twin = new Suggestion("s2", "R17", CHECK_IN.id(), LATER);
        Findings found = findings(seen(List.of(SUGGESTION, twin), List.of(NOTIFICATION, new Notification("n2", "s2",
                LATER)), CHECK_IN_FED, SUGGESTION_FED, new FeedItem("f3", "suggestion", "s2")));
        assertThat(found.doubled()).containsExactly("rule R17 about " + CHECK_IN.id());
    }

    @Test
    void noticesTwoNotificationsAboutOneSuggestion() {
        Findings found = findings(seen(List.of(SUGGESTION), List.of(NOTIFICATION, new Notification("n2", "s1", LATER)),
                CHECK_IN_FED, SUGGESTION_FED));
        assertThat(found.doubled()).containsExactly("a notification about suggestion s1");
    }

    @Test
    void noticesTheSameNotificationTwiceOnAStream() {
        Findings found = findings(seen(List.of(SUGGESTION), List.of(NOTIFICATION), CHECK_IN_FED, SUGGESTION_FED),
                new Arrival(CLIENT, "n1", "s1", 1), new Arrival(CLIENT, "n1", "s1", 2));
        assertThat(found.doubled()).hasSize(1);
    }
}
