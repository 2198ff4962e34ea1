package attune.eventlog.documents;

import java.util.Objects;

/** Names one document. */
public record DocumentKey<S extends Record>(DocumentKind<S> kind, String id) {

    public DocumentKey {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }
}
