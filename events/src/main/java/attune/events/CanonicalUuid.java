package attune.events;

import java.util.UUID;

/** Reads UUIDs strictly: {@link UUID#fromString} also takes shortened forms, which would give one id many spellings. */
final class CanonicalUuid {

    private CanonicalUuid() {}

    static UUID parse(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("Not a UUID of 36 characters");
        }
        return UUID.fromString(text);
    }
}
