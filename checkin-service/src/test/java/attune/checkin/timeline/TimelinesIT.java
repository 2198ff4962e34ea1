package attune.checkin.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import attune.checkin.checkins.CheckInDocument;
import attune.embedded.EmbeddedMongo;
import attune.eventlog.documents.DocumentKey;
import attune.eventlog.documents.DocumentStore;
import attune.eventlog.documents.Documents;
import attune.eventlog.documents.StoredDocument;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.About;
import attune.events.CheckInId;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.Log;
import attune.events.PersonId;
import attune.events.Position;
import attune.http.cursors.Cursor;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists as they are folded into a real wire server and read from it. */
class TimelinesIT {

    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start(EmbeddedMongo.Settings.inMemory());
    private static final MongoClient CLIENT = MongoClients.create(MONGO.connectionString("timelines"));
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("timelines");

    private final DocumentStore store = new DocumentStore(DATABASE, Duration.ofSeconds(20));
    private final Timelines timelines = new Timelines(new Documents(DATABASE));
    private final PersonId person = PersonId.of("p-" + UUID.randomUUID());
    private final Map<String, OffsetDateTime> first = new LinkedHashMap<>();
    private long offset;

    @AfterAll
    static void stop() {
        CLIENT.close();
        MONGO.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void pagesNewestFirstWhateverCameLate(long seed) {
        Random random = new Random(seed);
        List<Recorded<CheckInRecorded>> events = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Duration ago = Duration.ofHours(random.nextInt(24 * 500));
            String id = random.nextInt(10) == 0 && !first.isEmpty() ? anyOf(random) : UUID.randomUUID().toString();
            events.add(said(id, NOW.minus(ago), random.nextInt(500)));
        }

        foldInRandomBatches(events, random);

        assertThat(read(7)).containsExactlyElementsOf(expected());
        assertThat(read(100)).containsExactlyElementsOf(expected());
    }

    @Test
    void tellsThingsOfTheSameMomentApart() {
        List<Recorded<CheckInRecorded>> events = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            events.add(said(UUID.randomUUID().toString(), NOW, 1));
        }

        foldInRandomBatches(events, new Random(5));

        assertThat(read(7)).containsExactlyElementsOf(expected());
    }

    @Test
    void keepsPagesSmallForThousandsInOneMonth() {
        List<Recorded<CheckInRecorded>> events = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) {
            events.add(said(new UUID(7L << 12, Long.MIN_VALUE + i).toString(), NOW.minusSeconds(i * 31L % 900_000), 1));
        }

        Map<DocumentKey<?>, StoredDocument<?>> documents = new HashMap<>();
        fold(events, documents);
        save(documents);

        assertThat(documents.values()).allSatisfy(document -> {
            if (document.state() instanceof PlacePage page) {
                assertThat(page.places()).hasSizeLessThanOrEqualTo(4_096);
            }
        });
        assertThat(read(100)).containsExactlyElementsOf(expected());
    }

    @Test
    void endsWhereNothingIs() {
        assertThat(read(20)).isEmpty();
    }

    private String anyOf(Random random) {
        return List.copyOf(first.keySet()).get(random.nextInt(first.size()));
    }

    private Recorded<CheckInRecorded> said(String id, Instant at, int apart) {
        offset += 1 + apart;
        OffsetDateTime occurredAt = at.atOffset(ZoneOffset.ofHours(1));
        first.putIfAbsent(id, occurredAt);
        CheckInRecorded event = new CheckInRecorded(CheckInId.of(id), About.SELF, 3, null, null, null, List.of(), null,
                List.of(), null);
        return new Recorded<>(new Position(Log.JOURNAL, 0, offset),
                new Envelope<>(EventId.about(person, EventType.CHECKIN_RECORDED, id), person, occurredAt, NOW,
                        "checkin-service", null, null, event));
    }

    private void foldInRandomBatches(List<Recorded<CheckInRecorded>> events, Random random) {
        for (int from = 0; from < events.size();) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(60));
            List<Recorded<CheckInRecorded>> batch = events.subList(from, to);
            Map<DocumentKey<?>, StoredDocument<?>> documents = new HashMap<>(store.load(keys(batch)));
            fold(batch, documents);
            save(documents);
            from = to;
        }
    }

    private static List<DocumentKey<?>> keys(List<Recorded<CheckInRecorded>> batch) {
        return batch.stream()
                .flatMap(event -> CheckInDocument.updates(event, event.event()).stream())
                .<DocumentKey<?>>map(update -> new DocumentKey<>(update.kind(), update.id()))
                .distinct()
                .toList();
    }

    private static void fold(List<Recorded<CheckInRecorded>> batch, Map<DocumentKey<?>, StoredDocument<?>> documents) {
        for (Recorded<CheckInRecorded> event : batch) {
            CheckInDocument.updates(event, event.event()).forEach(update -> apply(event, update, documents));
        }
    }

    @SuppressWarnings("unchecked") // a document has the type of its key's kind
    private static <S extends Record> void apply(Recorded<?> event, Update<S> update,
            Map<DocumentKey<?>, StoredDocument<?>> documents) {
        DocumentKey<S> key = new DocumentKey<>(update.kind(), update.id());
        StoredDocument<S> before = (StoredDocument<S>) documents.computeIfAbsent(key, StoredDocument::initial);
        if (!before.hasSeen(event.id())) {
            documents.put(key, before.applied(event.position(), event.id(),
                    update.change().apply(before.state()).state()));
        }
    }

    private void save(Map<DocumentKey<?>, StoredDocument<?>> documents) {
        assertThat(store.save(documents.values())).isTrue();
    }

    private List<String> expected() {
        return first.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, OffsetDateTime> one) -> one.getValue().toInstant())
                        .thenComparing(Map.Entry::getKey)
                        .reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All ids of the list, page after page. */
    private List<String> read(int limit) {
        List<String> all = new ArrayList<>();
        String next = null;
        do {
            Page<CheckInDocument> page = page(next, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            page.items().forEach(item -> all.add(Objects.requireNonNull(item.said()).checkIn().toString()));
            next = page.next();
        } while (next != null);
        return all;
    }

    private Page<CheckInDocument> page(@Nullable String cursor, int limit) {
        Paging paging = new Paging(cursor == null ? null : Cursor.decode(cursor), limit);
        return Objects.requireNonNull(timelines.read(person, "check-ins", paging, CheckInDocument.KIND)
                .block(Duration.ofSeconds(20)));
    }
}
