package attune.eventlog.streams;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import attune.events.Log;
import attune.events.Position;

/**
 * How far a live stream has come in every partition of every log that it follows: the id of a server-sent event, so that
 * a client that comes back gets what it has missed and nothing twice. Immutable.
 */
public final class StreamPosition {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final int LOGS = Log.values().length;
    private static final int MOST_CHARACTERS = 8_192;

    private final long[] next;

    private StreamPosition(long[] next) {
        this.next = next;
    }

    static StreamPosition of(int partitions) {
        return new StreamPosition(new long[LOGS * partitions]);
    }

    /** Reads what {@link #toString} wrote; empty for anything else. */
    public static Optional<StreamPosition> parse(String text) {
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return decode(ByteBuffer.wrap(DECODER.decode(text)));
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Optional<StreamPosition> decode(ByteBuffer bytes) {
        long[] next = new long[bytes.remaining()];
        int count = 0;
        while (bytes.hasRemaining()) {
            next[count++] = readNumber(bytes);
        }
        return count == 0 || count % LOGS != 0
                ? Optional.empty()
                : Optional.of(new StreamPosition(Arrays.copyOf(next, count)));
    }

    private static long readNumber(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = bytes.get();
            number |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("A number has too many bytes");
    }

    /** The place of a log in the form on the wire; a new log goes to the end. */
    private static int index(Log log) {
        return switch (log) {
            case JOURNAL -> 0;
            case COACHING -> 1;
            case DELIVERIES -> 2;
        };
    }

    /** How many partitions each log has. */
    public int partitions() {
        return next.length / LOGS;
    }

    /** The offset of the next event of a partition. */
    public long next(Log log, int partition) {
        return next[index(log) * partitions() + partition];
    }

    /** Whether the stream has passed this event. */
    public boolean contains(Position position) {
        return position.partition() < partitions() && position.offset() < next(position.log(), position.partition());
    }

    StreamPosition withNext(Log log, int partition, long offset) {
        long[] copy = next.clone();
        copy[index(log) * partitions() + partition] = offset;
        return new StreamPosition(copy);
    }

    /** The later of two positions in every partition. */
    StreamPosition max(StreamPosition other) {
        long[] later = next.clone();
        for (int i = 0; i < later.length; i++) {
            later[i] = Math.max(later[i], other.next[i]);
        }
        return new StreamPosition(later);
    }

    /** Whether this position has come at least as far as the other in every partition. */
    boolean covers(StreamPosition other) {
        return equals(max(other));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamPosition that && Arrays.equals(next, that.next);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(next);
    }

    /** Letters, digits, '-' and '_' only. */
    @Override
    public String toString() {
        ByteBuffer bytes = ByteBuffer.allocate(next.length * 10);
        for (long number : next) {
            long rest = number;
            while (rest > 0x7F) {
                bytes.put((byte) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            bytes.put((byte) rest);
        }
        return ENCODER.encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }
}
