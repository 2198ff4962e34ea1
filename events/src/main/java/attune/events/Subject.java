package attune.events;

import java.util.Objects;
import java.util.UUID;

/** What a suggestion or notification is about: a check-in, a conflict or a suggestion of the same person. */
public record Subject(SubjectKind kind, UUID id) {

    public Subject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }
}
