package attune.eventlog.folds;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import attune.eventlog.deadletters.DeadLetter;
import attune.eventlog.documents.DocumentKey;
import attune.eventlog.documents.StoredDocument;
import attune.eventlog.records.Recorded;
import attune.eventlog.traces.Traces;
import attune.events.Cause;
import attune.events.Envelope;
import attune.events.Event;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.Position;

/** What a batch makes of the documents, in memory: nothing is written here. */
final class FoldBatch<E extends Event> {

    private final Fold<E> fold;
    private final FoldContext context;
    private final Map<DocumentKey<?>, StoredDocument<?>> documents = new HashMap<>();
    private final List<Envelope<?>> decisions = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final List<Recorded<E>> applied = new ArrayList<>();
    private final Map<String, Integer> outcomes = new LinkedHashMap<>();

    FoldBatch(Fold<E> fold, FoldContext context) {
        this.fold = fold;
        this.context = context;
    }

    /** Loads all documents that these steps touch, with one query a collection. */
    void load(Collection<FoldInput<E>> inputs) {
        load(inputs.stream().flatMap(input -> input.updates().stream()).toList());
    }

    private void load(List<Update<?>> updates) {
        List<DocumentKey<?>> missing = new ArrayList<>();
        for (Update<?> update : updates) {
            DocumentKey<?> key = new DocumentKey<>(update.kind(), update.id());
            if (!documents.containsKey(key) && !missing.contains(key)) {
                missing.add(key);
            }
        }
        if (!missing.isEmpty()) {
            documents.putAll(context.documents().load(missing));
        }
    }

    void apply(FoldInput<E> input) {
        switch (input) {
            case FoldInput.Handled<E> handled -> handle(handled);
            case FoldInput.Broken<E> broken -> setAside(broken.position(), broken.reason(), broken.failure(), null,
                    broken.updates());
            case FoldInput.Foreign<E> _ -> count("unknown");
        }
    }

    private void handle(FoldInput.Handled<E> handled) {
        Recorded<E> recorded = handled.recorded();
        String type = EventType.of(recorded.event()).wireName();
        try {
            context.traces().continuing(recorded.envelope().traceparent(), "fold " + fold.name(), type, () -> {
                change(recorded, handled.updates());
                return true;
            });
        } catch (RuntimeException e) {
            setAside(recorded.position(), "fold-failed", e.getClass().getSimpleName(), recorded.id(),
                    fold.incomplete(recorded.person()));
        }
    }

    private void change(Recorded<E> recorded, List<Update<?>> updates) {
        List<StoredDocument<?>> changed = new ArrayList<>(updates.size());
        List<Decision> decided = new ArrayList<>(1);
        boolean twin = false;
        for (Update<?> update : updates) {
            twin |= change(recorded, update, changed, decided);
        }
        changed.forEach(document -> documents.put(document.key(), document));
        decided.forEach(decision -> decisions.add(envelope(recorded, decision)));
        if (!changed.isEmpty() || updates.isEmpty()) {
            applied.add(recorded);
            count("applied");
        } else {
            count(twin ? "twin" : "seen");
        }
    }

    private <S extends Record> boolean change(Recorded<E> recorded, Update<S> update, List<StoredDocument<?>> changed,
            List<Decision> decided) {
        StoredDocument<S> before = document(update);
        if (before.hasSeen(recorded.position())) {
            return false;
        }
        if (before.hasSeen(recorded.id())) {
            return true;
        }
        Folded<S> after = update.change().apply(before.state());
        changed.add(before.applied(recorded.position(), recorded.id(), after.state()));
        decided.addAll(after.decisions());
        return false;
    }

    @SuppressWarnings("unchecked") // a document has the type of its key's kind
    private <S extends Record> StoredDocument<S> document(Update<S> update) {
        StoredDocument<?> document = documents.get(new DocumentKey<>(update.kind(), update.id()));
        if (document == null) {
            throw new IllegalStateException("A document was not loaded");
        }
        return (StoredDocument<S>) document;
    }

    private Envelope<?> envelope(Recorded<E> recorded, Decision decision) {
        return new Envelope<>(EventId.derivedFrom(recorded.id(), decision.rule()),
                Objects.requireNonNullElse(decision.person(), recorded.person()),
                recorded.recordedAt().atOffset(ZoneOffset.UTC), clock().instant(), context.source(),
                new Cause(recorded.id(), recorded.position()), traces().current(recorded.envelope().traceparent()),
                decision.event());
    }

    private void setAside(Position position, String reason, String failure, @Nullable EventId id,
            List<Update<?>> incomplete) {
        load(incomplete);
        incomplete.forEach(update -> mark(position, id, update));
        deadLetters.add(new DeadLetter(fold.name(), position, reason, failure, clock().instant()));
        context.metrics().deadLetter(fold.log(), reason);
        count("dead");
    }

    private <S extends Record> void mark(Position position, @Nullable EventId id, Update<S> update) {
        StoredDocument<S> before = document(update);
        if (!before.hasSeen(position)) {
            StoredDocument<S> after = before.applied(position, id, update.change().apply(before.state()).state());
            documents.put(after.key(), after);
        }
    }

    private Clock clock() {
        return context.clock();
    }

    private Traces traces() {
        return context.traces();
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    Collection<StoredDocument<?>> documents() {
        return documents.values();
    }

    List<Envelope<?>> decisions() {
        return decisions;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    /** The events that changed something. */
    List<Recorded<E>> applied() {
        return applied;
    }

    /** How many records had which outcome. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }
}
