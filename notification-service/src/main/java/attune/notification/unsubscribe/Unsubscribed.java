package attune.notification.unsubscribe;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.Category;
import attune.events.DeliveryEvent.MailResubscribed;
import attune.events.DeliveryEvent.MailUnsubscribed;
import attune.events.PersonId;

/**
 * Of which categories a person wants no more mail, since they followed the link in one. Document id: the person.
 *
 * @param since when, by the name of the category
 */
public record Unsubscribed(Map<String, Instant> since) {

    public static final DocumentKind<Unsubscribed> DOCUMENT = new DocumentKind<>("unsubscribed", Unsubscribed.class,
            new Unsubscribed(Map.of()));

    public Unsubscribed {
        since = new TreeMap<>(since);
    }

    public static String documentId(PersonId person) {
        return person.value();
    }

    /** What following a link changes here. */
    public static Update<Unsubscribed> unsubscribed(Recorded<?> recorded, MailUnsubscribed event) {
        return Update.of(DOCUMENT, documentId(recorded.person()),
                before -> before.with(event.category(), recorded.recordedAt()));
    }

    /** What taking it back changes here. */
    public static Update<Unsubscribed> resubscribed(Recorded<?> recorded, MailResubscribed event) {
        return Update.of(DOCUMENT, documentId(recorded.person()), before -> before.with(event.category(), null));
    }

    private Unsubscribed with(Category category, @Nullable Instant at) {
        Map<String, Instant> after = new TreeMap<>(since);
        if (at == null) {
            after.remove(category.wireName());
        } else {
            after.put(category.wireName(), at);
        }
        return new Unsubscribed(after);
    }

    /**
     * Those that count still: what a person chose in their preferences about the same mail after that wins.
     *
     * @param chosen when they last changed that for a category; null if never
     */
    public Set<Category> inForce(Function<Category, @Nullable Instant> chosen) {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        for (Category category : Category.values()) {
            Instant at = since.get(category.wireName());
            Instant later = chosen.apply(category);
            if (at != null && (later == null || later.isBefore(at))) {
                categories.add(category);
            }
        }
        return categories;
    }
}
