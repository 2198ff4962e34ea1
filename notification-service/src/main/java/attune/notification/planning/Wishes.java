package attune.notification.planning;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.events.Category;
import attune.events.Channel;
import attune.events.JournalEvent.Choice;
import attune.events.JournalEvent.DigestTime;
import attune.events.Level;

/**
 * How and when a person wants to be reached.
 *
 * @param zone IANA id; anything else counts as unknown
 * @param pausedUntil what can wait is not sent before then
 * @param digest when the digest comes; null means the default
 * @param safetyAnytime whether what is about safety may come in quiet hours
 * @param choices where they want something else than {@link #byDefault}; the last that names it counts
 */
public record Wishes(@Nullable String zone, QuietWeek quiet, @Nullable Instant pausedUntil,
        @Nullable DigestTime digest, boolean safetyAnytime, List<Choice> choices) {

    public Wishes {
        choices = List.copyOf(choices);
    }

    /** The person's zone, if it is known. */
    public Optional<ZoneId> knownZone() {
        try {
            return zone == null ? Optional.empty() : Optional.of(ZoneId.of(zone));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The same, but without any mail of these categories. */
    public Wishes withoutMail(Set<Category> unsubscribed) {
        if (unsubscribed.isEmpty()) {
            return this;
        }
        List<Choice> more = new ArrayList<>(choices);
        unsubscribed.forEach(category -> more.add(new Choice(category, Channel.EMAIL, Level.OFF)));
        return new Wishes(zone, quiet, pausedUntil, digest, safetyAnytime, more);
    }

    /** How the category may come on the channel. What is about the account cannot be switched off. */
    public Level level(Category category, Channel channel) {
        if (category == Category.ACCOUNT) {
            return Level.ON;
        }
        Level level = category == Category.DIGEST ? Level.ON : byDefault(category, channel);
        for (Choice choice : choices) {
            if (choice.category() == category && choice.channel() == channel && choice.level() != Level.UNKNOWN) {
                level = choice.level();
            }
        }
        return level == Level.DIGEST && !Burden.mayWait(category) ? Level.ON : level;
    }

    /** Reminders come to the phone but not by mail; other systems hear only what they are told to hear. */
    public static Level byDefault(Category category, Channel channel) {
        return switch (channel) {
            case INBOX, PUSH -> Level.ON;
            case EMAIL -> category == Category.REMINDER ? Level.OFF : Level.ON;
            case WEBHOOK, UNKNOWN -> Level.OFF;
        };
    }
}
