package attune.events;

import java.util.UUID;

/**
 * Reads UUIDs strictly, in small or capital letters: {@link UUID#fromString} also takes shortened and shifted forms,
 * which would give one id many spellings.
 */
final class CanonicalUuid {

    private CanonicalUuid() {}

    static UUID parse(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("Not a UUID of 36 characters");
        }
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("Not a UUID in the form 8-4-4-4-12");
        }
        return uuid;
    }
}
