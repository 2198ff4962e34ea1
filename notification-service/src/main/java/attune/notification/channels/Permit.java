package attune.notification.channels;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether what is carried on this thread may still be handed over. Whoever delivers says so around
 * {@link Carrier#carry}, and the {@link Gate} asks as the last thing before a request leaves: since the delivery was
 * decided, it may have waited there, or the whole process may have stood still.
 */
public final class Permit {

    private static final ScopedValue<BooleanSupplier> GIVEN = ScopedValue.newInstance();

    private Permit() {}

    /** Carries something that may leave only as long as this says so. */
    public static <T> T whileHeld(BooleanSupplier held, Supplier<T> carry) {
        return ScopedValue.where(GIVEN, held).call(carry::get);
    }

    /** Whether a request may leave now; who carries something that nobody else would carry needs no permit. */
    static boolean isHeld() {
        return !GIVEN.isBound() || GIVEN.get().getAsBoolean();
    }
}
