package attune.notification.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.Category;
import attune.events.Channel;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.Ending;
import attune.events.NotificationId;

/**
 * What a person was sent lately outside the inbox, and how long they have not reacted. Document id: the person.
 *
 * @param sent of the last eight days, oldest first
 * @param unanswered the first of those that came since the person last opened or dismissed something
 */
public record Contacts(List<Contact> sent, List<Contact> unanswered) {

    public static final Contacts NONE = new Contacts(List.of(), List.of());

    public static final DocumentKind<Contacts> DOCUMENT = new DocumentKind<>("contacts", Contacts.class, NONE);

    private static final Duration KEPT = Duration.ofDays(8);
    private static final int MOST_SENT = 200;
    private static final int MOST_UNANSWERED = 20;

    public Contacts {
        sent = List.copyOf(sent);
        unanswered = List.copyOf(unanswered);
    }

    /** Something was handed to a provider for the person. */
    public record Contact(NotificationId notification, Category category, Channel channel, Instant at) {

        boolean isSame(Contact other) {
            return notification.equals(other.notification) && channel == other.channel;
        }
    }

    /** What the end of a delivery changes here. */
    public static List<Update<?>> ended(Recorded<?> recorded, NotificationEnded ended) {
        if (ended.ending() != Ending.SENT || ended.channel() == Channel.INBOX) {
            return List.of();
        }
        Contact contact = new Contact(ended.notification(),
                Objects.requireNonNullElse(ended.category(), Category.SUGGESTION), ended.channel(),
                recorded.recordedAt());
        return List.of(Update.of(DOCUMENT, recorded.person().value(), before -> before.with(contact)));
    }

    /** What a reaction in the inbox changes here. */
    public static Update<Contacts> reacted(Recorded<?> recorded) {
        return Update.of(DOCUMENT, recorded.person().value(), before -> new Contacts(before.sent, List.of()));
    }

    /** With one more, if it is not among them. */
    public Contacts with(Contact contact) {
        if (sent.stream().anyMatch(contact::isSame)) {
            return this;
        }
        List<Contact> newer = new ArrayList<>(sent.stream()
                .filter(old -> old.at().isAfter(contact.at().minus(KEPT)))
                .toList());
        newer.add(contact);
        List<Contact> open = new ArrayList<>(unanswered);
        if (Burden.tires(contact.category()) && open.size() < MOST_UNANSWERED
                && open.stream().noneMatch(one -> one.notification().equals(contact.notification()))) {
            open.add(contact);
        }
        return new Contacts(newer.subList(Math.max(0, newer.size() - MOST_SENT), newer.size()), open);
    }

    /** How many in a row there was no reaction to. */
    int ignored(Instant now, Burden burden) {
        Instant since = now.minus(burden.reactWithin());
        return (int) unanswered.stream().filter(one -> !one.at().isAfter(since)).count();
    }

    /** How many of a category were sent on a channel on the last days of the calendar, today included. */
    int onDays(Category category, Channel channel, int days, Instant now, ZoneId zone) {
        LocalDate first = now.atZone(zone).toLocalDate().minusDays(days - 1L);
        return (int) sent.stream()
                .filter(one -> one.category() == category && one.channel() == channel)
                .filter(one -> !one.at().atZone(zone).toLocalDate().isBefore(first))
                .count();
    }

    /** How many that are counted were sent on a channel in the last seven days. */
    int inAWeek(Channel channel, Instant now) {
        Instant weekAgo = now.minus(Duration.ofDays(7));
        return (int) sent.stream()
                .filter(one -> Burden.mayWait(one.category()) && one.channel() == channel)
                .filter(one -> one.at().isAfter(weekAgo))
                .count();
    }

    /** When the last push was sent, if any was. */
    Optional<Instant> lastPush() {
        return sent.stream().filter(one -> one.channel() == Channel.PUSH).map(Contact::at).max(Instant::compareTo);
    }
}
