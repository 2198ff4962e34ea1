package attune.checkin.text;

/** Which states were tried at which places; used again and again, as it is large. For one search at a time. */
final class Scratch {

    private final int[] seen;
    private final int[] run = {0};

    Scratch(int size) {
        seen = new int[size];
    }

    /** Forgets what was tried. */
    void begin() {
        run[0]++;
    }

    /** Whether this is tried for the first time. */
    boolean isFirst(int index) {
        boolean first = seen[index] != run[0];
        seen[index] = run[0];
        return first;
    }
}
