package attune.eventlog.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import attune.events.EventId;
import attune.events.Log;
import attune.events.Position;

import static org.assertj.core.api.Assertions.assertThat;

class StoredDocumentTests {

    record Sum(int value) {}

    private static final DocumentKind<Sum> SUMS = new DocumentKind<>("sums", Sum.class, new Sum(0));

    private final DocumentCodec codec = new DocumentCodec();

    @Test
    void remembersTheLastHundredEvents() {
        StoredDocument<Sum> document = StoredDocument.initial(new DocumentKey<>(SUMS, "anna"));
        for (int i = 0; i < 150; i++) {
            document = document.applied(new Position(Log.JOURNAL, 3, i), id(i), new Sum(i));
        }

        assertThat(document.recent()).hasSize(StoredDocument.MEMORY);
        assertThat(document.hasSeen(id(149))).isTrue();
        assertThat(document.hasSeen(id(50))).isTrue();
        assertThat(document.hasSeen(id(49))).isFalse();
        assertThat(document.version()).isEqualTo(150);
    }

    @Test
    void hasSeenWhatLiesBeforeInItsPartition() {
        StoredDocument<Sum> document = StoredDocument.initial(new DocumentKey<>(SUMS, "anna"))
                .applied(new Position(Log.JOURNAL, 3, 7), id(1), new Sum(1));

        assertThat(document.hasSeen(new Position(Log.JOURNAL, 3, 7))).isTrue();
        assertThat(document.hasSeen(new Position(Log.JOURNAL, 3, 8))).isFalse();
    }

    @Test
    void comesBackFromTheDatabaseAsItWas() {
        StoredDocument<Sum> document = StoredDocument.initial(new DocumentKey<>(SUMS, "anna"))
                .applied(new Position(Log.JOURNAL, 3, 7), id(1), new Sum(5));

        StoredDocument<Sum> read = codec.read(SUMS, codec.write(document));

        assertThat(read.state()).isEqualTo(new Sum(5));
        assertThat(read.recent()).isEqualTo(List.of(id(1)));
        assertThat(read.storedVersion()).isEqualTo(1);
        assertThat(read.changed()).isFalse();
        assertThat(document.changed()).isTrue();
    }

    private static EventId id(int number) {
        return new EventId(new UUID(Instant.EPOCH.getEpochSecond(), number));
    }
}
