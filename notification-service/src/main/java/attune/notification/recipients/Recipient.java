package attune.notification.recipients;

import java.time.LocalTime;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.events.JournalEvent.EmailPreference;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.QuietHours;
import attune.events.PersonId;

/**
 * How and when a person wants to be reached, as they last said. Document id: the person.
 *
 * @param zone IANA id; null when they have not said it
 * @param locale BCP 47 tag
 * @param quietHours null means {@link #DEFAULT_QUIET_HOURS}
 * @param email null means no mail
 * @param incomplete whether something that they said could not be read, so that none of this can be relied on
 */
public record Recipient(@Nullable String zone, @Nullable String locale, @Nullable QuietHours quietHours,
        @Nullable EmailPreference email, boolean incomplete) {

    /** For who has not said anything else. */
    public static final QuietHours DEFAULT_QUIET_HOURS = new QuietHours(LocalTime.of(21, 30), LocalTime.of(8, 0));

    /** Who has never said anything: the zone is unknown and there is no address. */
    public static final Recipient UNKNOWN = new Recipient(null, null, null, null, false);

    public static final DocumentKind<Recipient> DOCUMENT = new DocumentKind<>("recipients", Recipient.class, UNKNOWN);

    public static String documentId(PersonId person) {
        return person.value();
    }

    static Recipient of(PreferencesChanged said) {
        return new Recipient(said.zone(), said.locale(), said.quietHours(), said.email(), false);
    }

    Recipient asIncomplete() {
        return new Recipient(zone, locale, quietHours, email, true);
    }

    /** The quiet hours in force. */
    public QuietHours quiet() {
        return quietHours == null ? DEFAULT_QUIET_HOURS : quietHours;
    }
}
