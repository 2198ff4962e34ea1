package attune.notification.channels;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import attune.events.Category;

/** What all push services are told of a letter in words of their own. */
public final class PushKey {

    private PushKey() {}

    /** 22 characters of base64url that follow from the notification alone: the same for a repetition. */
    public static String of(Letter letter) {
        UUID id = letter.notification().value();
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()).array();
        return new String(Base64.getUrlEncoder().withoutPadding().encode(bytes), StandardCharsets.US_ASCII);
    }

    /** Names the letter on one phone, the same for a repetition. */
    public static UUID of(Letter letter, Phone phone) {
        return UUID.nameUUIDFromBytes((letter.notification() + "/" + phone.device()).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it is to wake a phone that saves its battery. */
    public static boolean isUrgent(Letter letter) {
        return letter.category() == Category.SAFETY || letter.category() == Category.APPOINTMENT;
    }

    /** How long a push service keeps what a phone cannot take yet: not longer than it is of use. */
    public static Duration lasts(Letter letter, Duration usual, Instant now) {
        Duration longest = letter.category() == Category.SAFETY ? Duration.ofDays(2) : usual;
        Duration ofUse = Duration.between(now, letter.expiresAt());
        Duration shorter = ofUse.compareTo(longest) < 0 ? ofUse : longest;
        return shorter.isNegative() ? Duration.ZERO : shorter;
    }
}
