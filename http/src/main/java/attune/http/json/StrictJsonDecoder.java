package attune.http.json;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import tools.jackson.databind.json.JsonMapper;

import attune.http.problems.FieldErrors;

/** Reads bodies in UTF-8 with the strict mapper, and refuses text that no other program could keep. */
final class StrictJsonDecoder extends JacksonJsonDecoder {

    StrictJsonDecoder(JsonMapper json) {
        super(json, MediaType.APPLICATION_JSON);
    }

    @Override
    public boolean canDecode(ResolvableType elementType, @Nullable MimeType mimeType) {
        return (mimeType == null || mimeType.getCharset() == null
                || StandardCharsets.UTF_8.equals(mimeType.getCharset())) && super.canDecode(elementType, mimeType);
    }

    @Override
    public Object decode(DataBuffer buffer, ResolvableType targetType, @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) throws DecodingException {
        String pointer = UnpairedText.find(buffer, getMapper());
        if (pointer != null) {
            DataBufferUtils.release(buffer);
            FieldErrors errors = new FieldErrors();
            errors.add(pointer, "not-text", "Send text without NUL and without halves of characters.");
            errors.throwIfAny();
        }
        return super.decode(buffer, targetType, mimeType, hints);
    }
}
