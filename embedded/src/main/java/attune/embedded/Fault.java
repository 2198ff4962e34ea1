package attune.embedded;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a receiver does wrong while somebody wants it to. */
public enum Fault {
    /** Nothing: it takes what it is given. */
    OFF,
    /** It takes everything, but lets the sender wait. */
    SLOW,
    /** It takes nothing and says when to come again: 429 with {@code Retry-After}, for mail 451. */
    BUSY,
    /** It takes nothing and does not say why: 500 or 503, for mail 421. */
    BROKEN,
    /** Nobody lives there any more: 410, {@code UNREGISTERED}, for mail 550. */
    GONE,
    /** It takes everything and hangs up before it answers. */
    DROPPING;

    /** The word for it in commands and addresses, such as {@code slow}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fault with that word. */
    public static Optional<Fault> of(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
    }
}
