package attune.notification.inbox;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import attune.eventlog.documents.Documents;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.http.cursors.Cursor;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;
import attune.notification.inbox.MonthPage.Entry;
import attune.notification.inbox.Notification.Told;

/** What people read of their inboxes. */
final class Inbox {

    private final Documents documents;
    private final Readers readers;

    Inbox(Documents documents, Readers readers) {
        this.documents = documents;
        this.readers = readers;
    }

    /** A page of a person's notifications, newest first. */
    Mono<Page<NotificationJson>> page(PersonId person, Paging paging) {
        return entries(person, paging)
                .flatMap(entries -> {
                    Page<Entry> page = paging.page(entries, Inbox::place);
                    return items(person, page.items()).map(items -> new Page<>(items, page.next()));
                });
    }

    /** A notification of the person; empty if they have none with this id. */
    Mono<Notification> find(PersonId person, NotificationId notification) {
        return documents.find(Notification.DOCUMENT, Notification.documentId(person, notification))
                .filter(found -> found.told() != null);
    }

    /** A notification as the person reads it. */
    Mono<NotificationJson> json(PersonId person, Told told, Reading reading) {
        return readers.locale(person).map(locale -> NotificationJson.of(told, reading, locale.orElse(null)));
    }

    private Mono<List<Entry>> entries(PersonId person, Paging paging) {
        Cursor after = paging.after();
        String newest = after == null ? "9999-12" : Months.monthOf(after.at());
        return documents.find(Months.DOCUMENT, Months.documentId(person))
                .defaultIfEmpty(Months.DOCUMENT.initial())
                .flatMapMany(months -> Flux.fromIterable(months.months()))
                .filter(month -> month.compareTo(newest) <= 0)
                .concatMap(month -> documents.find(MonthPage.DOCUMENT, MonthPage.documentId(person, month)), 1)
                .concatMapIterable(MonthPage::entries)
                .filter(entry -> after == null || isAfter(entry, after))
                .take(paging.fetch())
                .collectList();
    }

    /** The order of {@link MonthPage#NEWEST_FIRST}. */
    private static boolean isAfter(Entry entry, Cursor cursor) {
        int later = entry.plannedAt().compareTo(cursor.at());
        return later < 0 || (later == 0 && entry.notification().toString().compareTo(cursor.id()) < 0);
    }

    private static Cursor place(Entry entry) {
        return new Cursor(entry.plannedAt(), entry.notification().toString());
    }

    private Mono<List<NotificationJson>> items(PersonId person, List<Entry> entries) {
        List<String> ids = entries.stream()
                .map(entry -> Notification.documentId(person, entry.notification()))
                .toList();
        return documents.findInOrder(Notification.DOCUMENT, ids)
                .zipWith(readers.locale(person), (found, locale) -> json(found, locale.orElse(null)));
    }

    private static List<NotificationJson> json(List<Notification> notifications, @Nullable String locale) {
        List<NotificationJson> items = new ArrayList<>(notifications.size());
        for (Notification notification : notifications) {
            Told told = notification.told();
            if (told != null) {
                items.add(NotificationJson.of(told, notification.reading(), locale));
            }
        }
        return items;
    }
}
