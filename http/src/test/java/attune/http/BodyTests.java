package attune.http;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Strict JSON: what is not exactly right is named and nothing is done. */
class BodyTests extends RoomTests {

    private static final String PATH = "/api/v1/entries/0198b2a0-0000-7000-8000-000000000001";

    @Test
    void readsAndWritesWhatIsRight() {
        HttpResponse<String> answer = put(PATH, """
                {"occurredAt":"2026-11-23T21:04:00+01:00","about":"partner","mood":3,"stillGoingOn":true,
                 "words":["tense"],"note":"😀 ok"}""");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("occurredAt").asString()).isEqualTo("2026-11-23T21:04:00+01:00");
        assertThat(json(answer).path("note").asString()).isEqualTo("😀 ok");
        assertThat(answer.body()).doesNotContain("null");
    }

    @Test
    void namesAllFaultyFieldsAtOnce() {
        HttpResponse<String> answer = put(PATH, "{\"mood\":9,\"note\":\"12345678901\",\"words\":[\"a\",\"b\",\"c\"]}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errors").findValuesAsString("pointer")).containsExactly("/mood", "/note",
                "/words");
        assertThat(json(answer).path("errors").findValuesAsString("code")).containsExactly("range", "too-long",
                "too-many");
    }

    @Test
    void countsAnEmojiOnce() {
        assertThat(put(PATH, "{\"mood\":3,\"note\":\"" + "😀".repeat(10) + "\"}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // wrong types
            "{\"mood\":\"3\"}                          | /mood         | wrong-type",
            "{\"mood\":3.5}                            | /mood         | wrong-type",
            "{\"mood\":true}                           | /mood         | wrong-type",
            "{\"mood\":99999999999}                    | /mood         | wrong-type",
            "{\"mood\":1e400}                          | /mood         | wrong-type",
            "{\"mood\":{\"$gt\":\"\"}}                 | /mood         | wrong-type",
            "{\"mood\":3,\"stillGoingOn\":\"true\"}    | /stillGoingOn | wrong-type",
            "{\"mood\":3,\"stillGoingOn\":1}           | /stillGoingOn | wrong-type",
            "{\"mood\":3,\"about\":\"boss\"}           | /about        | wrong-type",
            "{\"mood\":3,\"about\":0}                  | /about        | wrong-type",
            "{\"mood\":3,\"about\":\"PARTNER\"}        | /about        | wrong-type",
            "{\"mood\":3,\"words\":\"tense\"}          | /words        | wrong-type",
            "{\"mood\":3,\"words\":[\"a\",{}]}         | /words/1      | wrong-type",
            "{\"mood\":3,\"note\":7}                   | /note         | wrong-type",
            "{\"mood\":3,\"occurredAt\":\"yesterday\"} | /occurredAt   | wrong-type",
            "{\"mood\":3,\"nested\":{\"mood\":[]}}     | /nested/mood  | wrong-type",
            "[]                                        | ''            | wrong-type",
            "\"x\"                                     | ''            | wrong-type",
            // mass assignment and injection
            "{\"mood\":3,\"personId\":\"client-2\"}    | /personId     | unknown-field",
            "{\"mood\":3,\"_class\":\"x\"}             | /_class       | unknown-field",
            "{\"mood\":3,\"$set\":{}}                  | /$set         | unknown-field",
            "{\"mood\":3,\"nested\":{\"role\":1}}      | /nested/role  | unknown-field",
            "{\"mood\":3,\"my own secret words\":1}    | ''            | unknown-field",
            // not JSON
            "{\"mood\":3,\"mood\":4}                   | /mood         | not-json",
            "{\"mood\":3} {}                           | ''            | wrong-type",
            "{\"mood\":NaN}                            | /mood         | not-json",
            "{\"mood\":3                               | /mood         | not-json",
            "{mood:3}                                  | ''            | not-json",
            // no text
            "{\"mood\":3,\"note\":\"a\\ud800b\"}       | /note         | not-text",
            "{\"mood\":3,\"note\":\"a\\udc00\"}        | /note         | not-text",
            "{\"mood\":3,\"note\":\"\\u0000\"}         | /note         | not-text",
            "{\"mood\":3,\"words\":[\"a\",\"\\ud83d\"]}| /words/1      | not-text"})
    void refusesWhatIsNotRight(String body, String pointer, String code) {
        HttpResponse<String> answer = put(PATH, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/pointer").asString("absent")).isEqualTo(pointer.replace("''", ""));
        assertThat(json(answer).at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("client-2", "boss", "yesterday", "secret", "Exception",
                "attune.http.");
    }

    @Test
    void saysWhatIsAllowed() {
        assertThat(json(put(PATH, "{\"mood\":3,\"about\":\"boss\"}")).at("/errors/0/message").asString())
                .isEqualTo("Send one of: partner, work.");
    }

    @Test
    void takesEscapesThatSpellRealText() {
        assertThat(put(PATH, "{\"mood\":3,\"note\":\"\\ud83d\\ude00\"}").statusCode()).isEqualTo(200);
        assertThat(put(PATH, "{\"mood\":3,\"note\":\"\\\\ud800\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] broken = "{\"mood\":3,\"note\":\"X\"}".getBytes(StandardCharsets.US_ASCII);
        broken[18] = (byte) 0xff;
        assertThat(put(PATH, BodyPublishers.ofByteArray(broken)).statusCode()).isEqualTo(400);
        byte[] wide = "{\"mood\":3}".getBytes(StandardCharsets.UTF_16LE);
        assertThat(put(PATH, BodyPublishers.ofByteArray(wide)).statusCode()).isEqualTo(400);
        assertThat(send(asClient(PATH).header("Content-Type", "application/json;charset=utf-16le")
                .PUT(BodyPublishers.ofByteArray(wide))).statusCode()).isEqualTo(415);
    }

    @Test
    void refusesNoBody() {
        HttpResponse<String> answer = send(asClient(PATH).header("Content-Type", "application/json")
                .PUT(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errors")).isNotEmpty();
    }

    @Test
    void refusesDepthAndMultitude() {
        assertThat(put(PATH, "{\"nested\":".repeat(6_000)).statusCode()).isEqualTo(400);
        assertThat(put(PATH, "[".repeat(10_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesLargeBodiesSaidOrUnsaid() {
        byte[] large = "x".repeat(65 * 1024).getBytes(StandardCharsets.US_ASCII);
        assertTooLarge(put(PATH, BodyPublishers.ofByteArray(large)));
        assertTooLarge(put(PATH, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
    }

    @Test
    void takesABodyOfNearlyTheLimit() {
        String spaces = " ".repeat(63 * 1024);
        assertThat(put(PATH, "{\"mood\":3}" + spaces).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesCompressedBodies() {
        assertThat(send(asClient(PATH).header("Content-Type", "application/json").header("Content-Encoding", "gzip")
                .PUT(BodyPublishers.ofByteArray(new byte[]{0x1f, (byte) 0x8b, 8}))).statusCode()).isEqualTo(415);
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("code").asString()).isEqualTo("too-large");
    }
}
