package attune.coach;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import attune.coach.months.Month;
import attune.coach.months.Month.Entry;
import attune.coach.months.Months;
import attune.eventlog.documents.DocumentKey;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.documents.DocumentStore;
import attune.eventlog.documents.Documents;
import attune.eventlog.documents.StoredDocument;
import attune.events.Log;
import attune.events.PersonId;
import attune.events.Position;
import attune.http.cursors.Cursor;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists over many months, also over long silence, read page by page against a real database. */
class MonthsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final PersonId PERSON = PersonId.of("client-1");
    private static final Instant NOW = Instant.parse("2029-05-05T05:05:05Z");
    private static final List<DocumentKind<Month>> LISTS = List.of(
            new DocumentKind<>("oneList", Month.class, Month.EMPTY),
            new DocumentKind<>("otherList", Month.class, Month.EMPTY));

    @Test
    void readsAllOfSeveralListsOnceAndNewestFirst() {
        try (MongoClient client = MongoClients.create(Surroundings.MONGO.connectionString("months"))) {
            MongoDatabase database = client.getDatabase("months");
            List<Entry> written = write(database, new Random(5));
            Months months = new Months(new Documents(database));

            for (int size : List.of(1, 7, 100)) {
                assertThat(readAll(months, size)).isEqualTo(written);
            }
        }
    }

    private static List<Entry> readAll(Months months, int size) {
        List<Entry> read = new ArrayList<>();
        @Nullable
        Cursor after = null;
        while (true) {
            List<Entry> page = months.newestFirst(LISTS, PERSON, after, size, NOW).blockOptional(PATIENCE)
                    .orElseThrow();
            read.addAll(page);
            if (page.size() < size) {
                return read;
            }
            after = new Cursor(page.getLast().at(), page.getLast().id());
        }
    }

    private static List<Entry> write(MongoDatabase database, Random chance) {
        List<Entry> all = new ArrayList<>();
        DocumentStore store = new DocumentStore(database, PATIENCE);
        for (DocumentKind<Month> list : LISTS) {
            Map<String, Month> months = new TreeMap<>();
            for (int i = 0; i < 60; i++) {
                // Two busy times with more than a year of silence between.
                LocalDate day = LocalDate.of(chance.nextBoolean() ? 2026 : 2029, 1 + chance.nextInt(4),
                        1 + chance.nextInt(28));
                Entry entry = new Entry(day.atStartOfDay(ZoneOffset.UTC).toInstant(), list.collection() + i, "x");
                months.merge(Month.id(PERSON, entry.at()), Month.EMPTY.with(entry), (month, _) -> month.with(entry));
                all.add(entry);
            }
            List<StoredDocument<?>> documents = new ArrayList<>();
            months.forEach((id, month) -> documents.add(StoredDocument.initial(new DocumentKey<>(list, id))
                    .applied(new Position(Log.JOURNAL, 0, 0), null, month)));
            store.save(documents);
        }
        return all.stream().sorted(Comparator.comparing(Entry::at).thenComparing(Entry::id).reversed()).toList();
    }
}
