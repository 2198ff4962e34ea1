package attune.http.json;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds NUL and halves of characters (lone surrogates), which JSON can spell and databases and other programs cannot
 * keep. One pass over the bytes tells nearly always that there is none; only else the tokens are looked at.
 */
final class UnpairedText {

    private UnpairedText() {}

    /** The JSON Pointer of the first such text, or null. Leaves the buffer's read position as it is. */
    static @Nullable String find(DataBuffer body, JsonMapper json) {
        if (!isSuspect(body)) {
            return null;
        }
        byte[] bytes = new byte[body.readableByteCount()];
        int position = body.readPosition();
        body.read(bytes);
        body.readPosition(position);
        return find(bytes, json);
    }

    private static boolean isSuspect(DataBuffer body) {
        int end = body.writePosition() - 1;
        for (int i = body.readPosition(); i < end; i++) {
            byte b = body.getByte(i);
            if ((b == '\\' && body.getByte(i + 1) == 'u')
                    || (b == (byte) 0xED && (body.getByte(i + 1) & 0xE0) == 0xA0)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String find(byte[] bytes, JsonMapper json) {
        try (JsonParser parser = json.createParser(bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && isBroken(parser.currentName())) {
                    return parser.streamReadContext().getParent() == null
                            ? ""
                            : parser.streamReadContext().getParent().pathAsPointer().toString();
                }
                if (token == JsonToken.VALUE_STRING && isBroken(parser.getString())) {
                    return parser.streamReadContext().pathAsPointer().toString();
                }
            }
            return null;
        } catch (JacksonException _) {
            return null; // not JSON at all: the decoder says so, and where
        }
    }

    private static boolean isBroken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return true;
            }
            if (Character.isHighSurrogate(c) && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return true;
            }
        }
        return false;
    }
}
