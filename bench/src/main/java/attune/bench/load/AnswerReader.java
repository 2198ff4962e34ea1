package attune.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads one HTTP/1.1 answer after the other from the bytes of a connection, however they are cut into pieces. Knows
 * bodies of a given length and chunked ones; a body that ends with the connection is never complete.
 */
final class AnswerReader {

    /** Takes the bytes of bodies as they come, without the framing. */
    @FunctionalInterface
    interface Body {

        void take(byte[] bytes, int from, int length);
    }

    private enum At {
        LINE,
        HEADERS,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILERS
    }

    private static final int UNTIL_CLOSE = -1;

    private final Body body;
    private byte[] line = new byte[256];
    private int lineLength;
    private At at = At.LINE;
    private int status;
    private boolean chunked;
    private long remaining;

    AnswerReader(Body body) {
        this.body = body;
    }

    /** The status of the answer that is being or was last read, 0 before the first. */
    int status() {
        return status;
    }

    /** True when the head of an answer has been read and its body is coming or has come. */
    boolean inBody() {
        return at.compareTo(At.HEADERS) > 0;
    }

    /**
     * Takes bytes from the buffer until one answer is complete or the buffer is empty.
     *
     * @return whether an answer was completed; what follows it stays in the buffer
     */
    boolean read(ByteBuffer in) {
        while (in.hasRemaining()) {
            boolean complete = switch (at) {
                case BODY, CHUNK -> takeBody(in);
                case LINE, HEADERS, CHUNK_SIZE, CHUNK_END, TRAILERS -> takeLine(in.get());
            };
            if (complete) {
                at = At.LINE;
                return true;
            }
        }
        return false;
    }

    private boolean takeBody(ByteBuffer in) {
        int length = remaining == UNTIL_CLOSE ? in.remaining() : (int) Math.min(remaining, in.remaining());
        body.take(in.array(), in.arrayOffset() + in.position(), length);
        in.position(in.position() + length);
        if (remaining == UNTIL_CLOSE) {
            return false;
        }
        remaining -= length;
        if (remaining > 0) {
            return false;
        }
        if (at == At.CHUNK) {
            at = At.CHUNK_END;
            return false;
        }
        return true;
    }

    private boolean takeLine(byte next) {
        if (next != '\n') {
            if (lineLength == line.length) {
                line = Arrays.copyOf(line, line.length * 2);
            }
            line[lineLength++] = next;
            return false;
        }
        int length = lineLength > 0 && line[lineLength - 1] == '\r' ? lineLength - 1 : lineLength;
        lineLength = 0;
        return endOfLine(length);
    }

    private boolean endOfLine(int length) {
        return switch (at) {
            case LINE -> {
                status = Integer.parseInt(text(0, length).split(" ", 3)[1]);
                chunked = false;
                remaining = UNTIL_CLOSE;
                at = At.HEADERS;
                yield false;
            }
            case HEADERS -> length == 0 ? endOfHead() : header(length);
            case CHUNK_SIZE -> {
                remaining = Long.parseLong(text(0, length).split(";", 2)[0].strip(), 16);
                at = remaining == 0 ? At.TRAILERS : At.CHUNK;
                yield false;
            }
            case CHUNK_END -> {
                at = At.CHUNK_SIZE;
                yield false;
            }
            case TRAILERS -> length == 0;
            case BODY, CHUNK -> throw new IllegalStateException("A body has no lines");
        };
    }

    private boolean endOfHead() {
        if (status < 200) {
            at = At.LINE;
            return false;
        }
        if (status == 204 || status == 304 || (remaining == 0 && !chunked)) {
            return true;
        }
        at = chunked ? At.CHUNK_SIZE : At.BODY;
        return false;
    }

    private boolean header(int length) {
        if (isHeader("content-length:", length)) {
            remaining = Long.parseLong(text("content-length:".length(), length).strip());
        } else if (isHeader("transfer-encoding:", length)) {
            chunked = text("transfer-encoding:".length(), length).toLowerCase(Locale.ROOT).contains("chunked");
        }
        return false;
    }

    private boolean isHeader(String name, int length) {
        if (length < name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if ((line[i] | 0x20) != (name.charAt(i) | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private String text(int from, int to) {
        return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
