package attune.eventlog.documents;

import java.util.Objects;

/**
 * A kind of document: its collection, its record and what it is before the first event. A collection belongs to one
 * fold. Ids of documents begin with the person: {@code person} or {@code person/what}.
 *
 * @param collection the MongoDB collection
 * @param type a record that JSON can say: strings, numbers, booleans, enums, times, ids of the contract, {@link
 *        attune.events.PrivateText}, records, lists, and maps with strings as keys; use maps and sets of a fixed order,
 *        such as {@link java.util.TreeMap}, so that the same events give the same bytes
 * @param initial the state before the first event; immutable
 */
public record DocumentKind<S extends Record>(String collection, Class<S> type, S initial) {

    public DocumentKind {
        Objects.requireNonNull(collection, "collection");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(initial, "initial");
    }
}
