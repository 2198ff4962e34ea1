package attune.embedded;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Says how a receiver behaves from now on, and how much it has taken. Safe for use by many threads. */
public final class FaultSwitch {

    /** Long enough to be felt, and shorter than senders wait. */
    public static final Duration USUAL_SLOWNESS = Duration.ofSeconds(2);

    private final AtomicLong taken = new AtomicLong();
    private volatile Fault fault = Fault.OFF;
    private volatile Duration slowness = USUAL_SLOWNESS;

    FaultSwitch() {}

    /** From now on it behaves so; if slowly, by two seconds. */
    public void becomes(Fault newFault) {
        slowness = USUAL_SLOWNESS;
        fault = newFault;
    }

    /** From now on it lets each sender wait so long. */
    public void becomesSlow(Duration newSlowness) {
        slowness = newSlowness;
        fault = Fault.SLOW;
    }

    /** How it behaves. */
    public Fault now() {
        return fault;
    }

    /** How much it has taken, doubles included. */
    public long taken() {
        return taken.get();
    }

    void hasTaken() {
        taken.incrementAndGet();
    }

    /** Lets the sender wait, if it is slow now. */
    void pause() {
        if (fault != Fault.SLOW) {
            return;
        }
        try {
            Thread.sleep(slowness);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long a sender waits; nothing, if it is not slow now. */
    Duration slowness() {
        return fault == Fault.SLOW ? slowness : Duration.ZERO;
    }
}
