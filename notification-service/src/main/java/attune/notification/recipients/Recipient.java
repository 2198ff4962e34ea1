package attune.notification.recipients;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.events.Category;
import attune.events.Channel;
import attune.events.JournalEvent.EmailPreference;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.QuietHours;
import attune.events.PersonId;
import attune.notification.planning.QuietWeek;
import attune.notification.planning.Wishes;

/**
 * How and when a person wants to be reached, as they last said. Document id: the person.
 *
 * @param said null before they have said anything
 * @param incomplete whether something that they said could not be read, so that none of this can be relied on
 * @param mailChosenAt when they last changed how they want mail of a category, by its name
 */
public record Recipient(@Nullable PreferencesChanged said, boolean incomplete, Map<String, Instant> mailChosenAt) {

    /** For who has not said anything else. */
    public static final QuietHours DEFAULT_QUIET_HOURS = new QuietHours(LocalTime.of(21, 30), LocalTime.of(8, 0));

    /** Who has never said anything: the zone is unknown and there is no address. */
    public static final Recipient UNKNOWN = new Recipient(null, false);

    public static final DocumentKind<Recipient> DOCUMENT = new DocumentKind<>("recipients", Recipient.class, UNKNOWN);

    private static final PreferencesChanged NOTHING = new PreferencesChanged(null, null, null, null);

    public Recipient {
        mailChosenAt = mailChosenAt == null ? Map.of() : new TreeMap<>(mailChosenAt);
    }

    /** Somebody who never changed how they want their mail. */
    public Recipient(@Nullable PreferencesChanged said, boolean incomplete) {
        this(said, incomplete, Map.of());
    }

    public static String documentId(PersonId person) {
        return person.value();
    }

    Recipient asIncomplete() {
        return new Recipient(said, true, mailChosenAt);
    }

    /** After they have said this. Saying of mail what was said before is no new choice. */
    Recipient saying(PreferencesChanged now, Instant at) {
        Recipient after = new Recipient(now, false);
        Map<String, Instant> chosen = new TreeMap<>(mailChosenAt);
        for (Category category : Category.values()) {
            if (after.wishes().level(category, Channel.EMAIL) != wishes().level(category, Channel.EMAIL)) {
                chosen.put(category.wireName(), at);
            }
        }
        return new Recipient(now, false, chosen);
    }

    /** When they last changed how they want mail of a category; null if never. */
    public @Nullable Instant mailChosen(Category category) {
        return mailChosenAt.get(category.wireName());
    }

    private PreferencesChanged known() {
        return said == null ? NOTHING : said;
    }

    /** Their language as a BCP 47 tag, if they have said it. */
    public @Nullable String locale() {
        return known().locale();
    }

    /** Where mail goes, if they have said it. */
    public @Nullable EmailPreference email() {
        return known().email();
    }

    /** Whether what is sent is to hide even from whom it is. */
    public boolean discreet() {
        return known().discreet();
    }

    /** When they want what, and when nothing. While this is incomplete, their zone counts as unknown. */
    public Wishes wishes() {
        PreferencesChanged known = known();
        QuietHours everyDay = known.quietHours() == null ? DEFAULT_QUIET_HOURS : known.quietHours();
        return new Wishes(incomplete ? null : known.zone(), new QuietWeek(everyDay, known.quietDays()),
                known.pausedUntil(), known.digest(), known.safetyAnytime(), known.choices());
    }
}
