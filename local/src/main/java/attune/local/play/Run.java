package attune.local.play;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One run of the play. All ids and times of its items follow from it, so that a run can be sent again as it was.
 *
 * @param id a UUID of version 7: it says when the run began
 */
record Run(UUID id) {

    static Run begin(InstantSource clock) {
        long millis = clock.millis();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new Run(new UUID((millis << 16) | 0x7000L | random.nextLong(0x1000),
                (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L));
    }

    static Run again(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            if (uuid.version() == 7) {
                return new Run(uuid);
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new PlayException("--run has to be the id that an earlier run printed.");
    }

    /** When it began, the first time. */
    Instant began() {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** The id of its n-th item, the same each time. */
    UUID item(int number) {
        return UUID.nameUUIDFromBytes((id + "/" + number).getBytes(StandardCharsets.UTF_8));
    }
}
