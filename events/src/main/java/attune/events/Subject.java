package attune.events;

import java.util.Objects;
import java.util.UUID;

/** What a suggestion or notification is about: such as a check-in or a conflict of the same person. */
public record Subject(SubjectKind kind, UUID id) {

    public Subject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }
}
