package attune.checkin.timeline;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/** What a document must say to be in a list. Its id is {@code person/id}. */
public interface Listed {

    /** When the thing happened; null in a document that holds no thing yet. */
    @Nullable
    OffsetDateTime occurredAt();
}
