package attune.bench.load;

import java.nio.ByteBuffer;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

class AnswerReaderTests {

    private static final String WITH_LENGTH = "HTTP/1.1 201 Created\r\ncontent-length: 5\r\n\r\nhello";
    private static final String CHUNKED = """
            HTTP/1.1 200 OK\r
            Transfer-Encoding: chunked\r
            \r
            3\r
            one\r
            5;name=value\r
             two \r
            0\r
            \r
            """;
    private static final String EMPTY = "HTTP/1.1 204 No Content\r\n\r\n";
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    private final StringBuilder body = new StringBuilder();
    private final AnswerReader reader = new AnswerReader(
            (bytes, from, length) -> body.append(new String(bytes, from, length, ISO_8859_1)));

    @Test
    void readsABodyOfGivenLength() {
        assertThat(reader.read(bytes(WITH_LENGTH))).isTrue();
        assertThat(reader.status()).isEqualTo(201);
        assertThat(body).hasToString("hello");
    }

    @Test
    void readsAChunkedBody() {
        assertThat(reader.read(bytes(CHUNKED))).isTrue();
        assertThat(body).hasToString("one two ");
    }

    @Test
    void readsAnAnswerThatComesByteByByte() {
        String all = CHUNKED + EMPTY + CONTINUE + WITH_LENGTH;

        int complete = 0;
        for (int i = 0; i < all.length(); i++) {
            complete += reader.read(bytes(all.substring(i, i + 1))) ? 1 : 0;
        }

        assertThat(complete).isEqualTo(3);
        assertThat(body).hasToString("one two hello");
    }

    @Test
    void leavesWhatFollowsAnAnswerInTheBuffer() {
        ByteBuffer two = bytes(EMPTY + WITH_LENGTH);

        assertThat(reader.read(two)).isTrue();
        assertThat(reader.status()).isEqualTo(204);
        assertThat(two.remaining()).isEqualTo(WITH_LENGTH.length());
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }
}
