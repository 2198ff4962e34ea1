package attune.http.streams;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One server-sent event in the form it goes over the wire. Made once and sent to any number of clients; never changed.
 * Whatever stands in the data, one event stays one event: line breaks in it become lines of data.
 */
public final class StreamEvent {

    /** Tells the client that it missed something and has to load what it shows afresh; clears its last event id. */
    public static final StreamEvent RESET = new StreamEvent(ascii("id:\nevent: reset\ndata: {}\n\n"));

    static final StreamEvent HEARTBEAT = new StreamEvent(ascii(":\n\n"));

    /** Never sent: marks the end. */
    static final StreamEvent END = new StreamEvent(new byte[0]);

    private final byte[] frame;

    private StreamEvent(byte[] frame) {
        this.frame = frame;
    }

    /**
     * An event with data.
     *
     * @param id what the client sends back as {@code Last-Event-ID}; see {@link LastEventId} for its form
     * @param name the event's name: letters, digits, dashes and dots
     * @param data JSON in UTF-8
     * @throws IllegalArgumentException if id or name are not of their form
     */
    public static StreamEvent of(String id, String name, byte[] data) {
        if (!LastEventId.isId(id) || !name.matches("[A-Za-z0-9.-]{1,60}")) {
            throw new IllegalArgumentException("the id or name of a stream event has a form that is not allowed");
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream(data.length + 64);
        frame.writeBytes(ascii("id: " + id + "\nevent: " + name + "\ndata: "));
        writeLines(frame, data);
        frame.writeBytes(ascii("\n\n"));
        return new StreamEvent(frame.toByteArray());
    }

    /** How long the client waits before it connects again. */
    static StreamEvent retry(long millis) {
        return new StreamEvent(ascii("retry: " + millis + "\n\n"));
    }

    /** The bytes of the frame; not to be changed. */
    byte[] frame() {
        return frame;
    }

    private static void writeLines(ByteArrayOutputStream frame, byte[] data) {
        int begin = 0;
        for (int i = 0; i < data.length; i++) {
            if (data[i] == '\n' || data[i] == '\r') {
                frame.write(data, begin, i - begin);
                frame.writeBytes(ascii("\ndata: "));
                begin = i + 1;
            }
        }
        frame.write(data, begin, data.length - begin);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Says the size only. */
    @Override
    public String toString() {
        return "StreamEvent[" + frame.length + " bytes]";
    }
}
