package attune.checkin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKey;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.JournalEvent;

/** What the history fold makes of events, in memory. */
final class FoldedDocuments {

    private final HistoryFold fold = new HistoryFold();
    private final Map<DocumentKey<?>, Record> states = new HashMap<>();

    static FoldedDocuments of(List<Recorded<JournalEvent>> events) {
        FoldedDocuments documents = new FoldedDocuments();
        events.forEach(event -> documents.fold.updates(event).forEach(documents::apply));
        return documents;
    }

    private <S extends Record> void apply(Update<S> update) {
        DocumentKey<S> key = new DocumentKey<>(update.kind(), update.id());
        S before = update.kind().type().cast(states.getOrDefault(key, update.kind().initial()));
        states.put(key, update.change().apply(before).state());
    }

    Map<DocumentKey<?>, Record> states() {
        return states;
    }

    <S extends Record> @Nullable S get(DocumentKind<S> kind, String id) {
        return kind.type().cast(states.get(new DocumentKey<>(kind, id)));
    }
}
