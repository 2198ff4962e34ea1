package attune.coach.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import attune.coach.months.Month;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.records.Recorded;
import attune.events.DeliveryEvent;
import attune.events.PersonId;
import attune.events.SuggestionId;

/** The documents of the feed, all by {@code person/...}; each belongs to one of the three folds. */
final class FeedDocuments {

    static final DocumentKind<CheckInDocument> CHECK_INS = new DocumentKind<>("feedCheckIns", CheckInDocument.class,
            new CheckInDocument(null));
    static final DocumentKind<ConflictDocument> CONFLICTS = new DocumentKind<>("feedConflicts", ConflictDocument.class,
            new ConflictDocument(null, List.of()));
    static final DocumentKind<Month> JOURNAL_MONTHS = new DocumentKind<>("feedJournalMonths", Month.class, Month.EMPTY);

    static final DocumentKind<SuggestionDocument> SUGGESTIONS = new DocumentKind<>("feedSuggestions",
            SuggestionDocument.class, new SuggestionDocument(null, List.of()));
    static final DocumentKind<SafetyDocument> SAFETY = new DocumentKind<>("feedSafety", SafetyDocument.class,
            new SafetyDocument(List.of()));
    static final DocumentKind<Month> COACHING_MONTHS = new DocumentKind<>("feedCoachingMonths", Month.class,
            Month.EMPTY);

    static final DocumentKind<NotificationDocument> NOTIFICATIONS = new DocumentKind<>("feedNotifications",
            NotificationDocument.class, new NotificationDocument(null, List.of()));
    static final DocumentKind<Month> DELIVERIES_MONTHS = new DocumentKind<>("feedDeliveriesMonths", Month.class,
            Month.EMPTY);

    static final List<DocumentKind<Month>> MONTHS = List.of(JOURNAL_MONTHS, COACHING_MONTHS, DELIVERIES_MONTHS);

    private static final int MOST = 200;

    private FeedDocuments() {}

    static String id(PersonId person, UUID what) {
        return person.value() + "/" + what;
    }

    /** A check-in; null until a shared one came. */
    record CheckInDocument(@Nullable CheckInItem item) {}

    /** A conflict and what came after it. As long as it is not known to be shared, nothing of it is kept. */
    record ConflictDocument(@Nullable ConflictItem item, List<EntryItem> entries) {

        ConflictDocument opened(ConflictItem opened) {
            return item == null ? new ConflictDocument(opened, entries) : this;
        }

        ConflictDocument with(EntryItem entry) {
            return item == null ? this : new ConflictDocument(item, bounded(entries, entry));
        }
    }

    /** A suggestion and what the client made of it. As long as it is not known to be shared, nothing of it is kept. */
    record SuggestionDocument(@Nullable SuggestionItem item, List<AnswerItem> answers) {

        SuggestionDocument offered(SuggestionItem offered) {
            return item == null ? new SuggestionDocument(offered, answers) : this;
        }

        SuggestionDocument with(AnswerItem answer) {
            return item == null ? this : new SuggestionDocument(item, bounded(answers, answer));
        }
    }

    /** What became of a client's tier, or of a case. */
    record SafetyDocument(List<SafetyItem> items) {

        SafetyDocument with(SafetyItem item) {
            return new SafetyDocument(bounded(items, item));
        }
    }

    /** What became of the notification of a suggestion. */
    record NotificationDocument(@Nullable SuggestionId about, List<DeliveryItem> steps) {

        NotificationDocument planned(SuggestionId suggestion) {
            return about == null ? new NotificationDocument(suggestion, steps) : this;
        }

        NotificationDocument after(Recorded<DeliveryEvent> recorded) {
            return about == null
                    ? this
                    : DeliveryItem.of(recorded, recorded.event(), about)
                            .map(step -> new NotificationDocument(about, bounded(steps, step)))
                            .orElse(this);
        }
    }

    /** Of too many the oldest go. */
    private static <T> List<T> bounded(List<T> before, T one) {
        List<T> all = new ArrayList<>(before.subList(Math.max(0, before.size() - MOST + 1), before.size()));
        all.add(one);
        return List.copyOf(all);
    }
}
