package attune.notification.recipients;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import attune.events.Category;
import attune.events.Channel;
import attune.events.JournalEvent.Choice;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.Level;

import static org.assertj.core.api.Assertions.assertThat;

class RecipientTests {

    private static final Instant FIRST = Instant.parse("2026-11-23T20:00:00Z");
    private static final Instant LATER = FIRST.plusSeconds(60);

    @Test
    void tellsANewChoiceAboutMailFromTheSameSaidAgain() {
        Recipient before = Recipient.UNKNOWN.saying(preferring("Europe/Berlin", Level.ON), FIRST);
        Recipient again = before.saying(preferring("Europe/Paris", Level.ON), LATER);
        Recipient changed = again.saying(preferring("Europe/Paris", Level.DIGEST), LATER);

        assertThat(before.mailChosen(Category.SUGGESTION)).as("it is on by default").isNull();
        assertThat(again.mailChosen(Category.SUGGESTION)).isNull();
        assertThat(changed.mailChosen(Category.SUGGESTION)).isEqualTo(LATER);
        assertThat(changed.mailChosen(Category.COACH_MESSAGE)).isNull();
        assertThat(changed.saying(preferring("Europe/Paris", Level.DIGEST), LATER.plusSeconds(60))
                .mailChosen(Category.SUGGESTION)).isEqualTo(LATER);
    }

    private static PreferencesChanged preferring(String zone, Level level) {
        return new PreferencesChanged(zone, "de", null, null, List.of(),
                List.of(new Choice(Category.SUGGESTION, Channel.EMAIL, level)), null, null, false, false);
    }
}
