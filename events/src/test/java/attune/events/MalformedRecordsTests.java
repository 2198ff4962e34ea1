package attune.events;

import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import attune.events.DecodedEvent.Decoded;
import attune.events.DecodedEvent.Flaw;
import attune.events.DecodedEvent.Malformed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Each flaw that a record can have, and that the reader says which one it is instead of throwing. */
class MalformedRecordsTests {

    private static final GoldenFile CHECK_IN = GoldenFile.of(EventType.CHECKIN_RECORDED, "full");
    private static final GoldenFile DECISION = GoldenFile.of(EventType.SUGGESTION_OFFERED, "full");
    private static final String ID = "019ab1f0-6a00-7c3e-9d21-5f0e8b7a1c01";
    static final String DEEP = "[".repeat(10_000) + "]".repeat(10_000);

    @ParameterizedTest
    @MethodSource("badKeys")
    void aKeyThatIsNoPersonId(byte @Nullable [] key) {
        assertThat(new EventCodec().decode(Log.JOURNAL, key,
                name -> CHECK_IN.headers().getOrDefault(name, "").getBytes(UTF_8),
                CHECK_IN.bytes())).isEqualTo(new Malformed(Flaw.KEY));
    }

    static Stream<byte @Nullable []> badKeys() {
        return Stream.of(null, new byte[0], "client 1".getBytes(UTF_8), "client/1".getBytes(UTF_8),
                "x".repeat(65).getBytes(UTF_8), new byte[]{(byte) 0xff, (byte) 0xfe}, "client-1\n".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-2", "CLIENT-1", "", "client-1 "})
    void aKeyThatIsNotTheSubject(String subject) {
        assertFlaw(Flaw.SUBJECT, CHECK_IN, CHECK_IN.headersWith("ce_subject", subject));
    }

    @Test
    void noSubject() {
        assertFlaw(Flaw.SUBJECT, CHECK_IN, CHECK_IN.headersWithout("ce_subject"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time", "ce_recordedtime"})
    void anAttributeIsMissingOrEmpty(String name) {
        assertFlaw(Flaw.ATTRIBUTES, CHECK_IN, CHECK_IN.headersWithout(name));
        assertFlaw(Flaw.ATTRIBUTES, CHECK_IN, CHECK_IN.headersWith(name, ""));
    }

    @ParameterizedTest
    @CsvSource({
            "ce_specversion, 0.3", "ce_specversion, 2.0",
            "ce_id, 1", "ce_id, 00000001-0001-0001-00001-00000000001", "ce_id, 019ab1f06a007c3e9d215f0e8b7a1c01",
            "ce_type, 'two words'", "ce_type, 'line\nbreak'", "ce_type, '\uFFFD'",
            "ce_time, yesterday", "ce_time, 2026-11-23T21:04:00", "ce_time, 1764018240",
            "ce_time, 2026-11-31T21:04:00Z", "ce_time, +10000-01-01T00:00:00Z",
            "ce_time, +999999999-12-31T23:59:59-18:00", "ce_time, -999999999-01-01T00:00:00+18:00",
            "ce_recordedtime, now", "ce_recordedtime, +1000000000-12-31T23:59:59Z",
            "ce_recordedtime, -1000000000-01-01T00:00:00Z"})
    void anAttributeIsGarbled(String name, String value) {
        assertFlaw(Flaw.ATTRIBUTES, CHECK_IN, CHECK_IN.headersWith(name, value));
    }

    @ParameterizedTest
    @CsvSource({"ce_causationid, nothing", "ce_causationposition, journal-3", "ce_causationposition, nowhere-3@1234",
            "ce_causationposition, journal-3@99999999999999999999"})
    void theCauseIsGarbledOrHalfOfItIsMissing(String name, String value) {
        assertFlaw(Flaw.ATTRIBUTES, DECISION, DECISION.headersWith(name, value));
        assertFlaw(Flaw.ATTRIBUTES, DECISION, DECISION.headersWithout(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_dataschema", "content-type", "traceparent"})
    void whatNobodyNeedsForReadingMayBeMissingOrGarbled(String name) {
        assertThat(CHECK_IN.decode(Log.JOURNAL, CHECK_IN.headersWithout(name), CHECK_IN.bytes()))
                .isInstanceOf(Decoded.class);
        assertThat(CHECK_IN.decode(Log.JOURNAL, CHECK_IN.headersWith(name, "\0"), CHECK_IN.bytes()))
                .isInstanceOf(Decoded.class);
    }

    @ParameterizedTest
    @EnumSource
    void aTypeOnAnotherLogThanItsOwn(EventType type) {
        GoldenFile file = GoldenFile.of(type, "full");
        assertThat(Stream.of(Log.values()).filter(log -> log != type.log())).allSatisfy(
                log -> assertThat(file.decode(log, file.headers(), file.bytes())).isEqualTo(new Malformed(Flaw.LOG)));
    }

    @ParameterizedTest
    @EnumSource
    void noBody(EventType type) {
        GoldenFile file = GoldenFile.of(type, "full");
        assertThat(file.decode(type.log(), file.headers(), null)).isEqualTo(new Malformed(Flaw.BODY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "3", "\"text\"", "[]", "[{}]", "{}", "{", "{\"checkIn\":", "plain words",
            "<xml/>", "{'checkIn':1}", "{} {}", "NaN", "\uFEFFnull", "\0", "//comment\n{}"})
    void aBodyThatIsNoObjectWithWhatTheTypeRequires(String body) {
        assertBodyFlaw(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {" x", "{}", "]", ",", "\0", " null"})
    void tokensAfterTheBody(String tail) {
        assertBodyFlaw(CHECK_IN.value() + tail);
    }

    @Test
    void bytesThatAreNoUtf8() {
        byte[] body = checkIn("\"note\":\"_\"").getBytes(UTF_8);
        for (byte[] bad : new byte[][]{{(byte) 0xff}, {(byte) 0xc3}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}}) {
            byte[] spoilt = new String(body, UTF_8).replace("_", "x".repeat(bad.length)).getBytes(UTF_8);
            System.arraycopy(bad, 0, spoilt, new String(spoilt, UTF_8).indexOf("\"x") + 1, bad.length);
            assertThat(CHECK_IN.decode(Log.JOURNAL, CHECK_IN.headers(), spoilt)).isEqualTo(new Malformed(Flaw.BODY));
        }
    }

    @Test
    void aBodyNestedDeeperThanAnybodyCanFollow() {
        assertBodyFlaw(checkIn("\"more\":" + DEEP));
        assertBodyFlaw(checkIn("\"note\":" + DEEP));
        assertBodyFlaw(checkIn("\"words\":" + DEEP));
        assertBodyFlaw("[".repeat(1_000_000));
        assertBodyFlaw("{\"a\":".repeat(100_000));
    }

    @Test
    void namesAndNumbersWithoutEnd() {
        assertBodyFlaw(checkIn("\"" + "a".repeat(100_000) + "\":1"));
        assertBodyFlaw(checkIn("\"more\":" + "1".repeat(100_000)));
        assertBodyFlaw(checkIn("\"energy\":1e1000000000"));
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void aFieldOfAnotherType(EventType type, String field, String value) {
        GoldenFile file = GoldenFile.of(type, "full");
        String body = file.value().replaceFirst("\"" + field + "\":(\"[^\"]*\"|[0-9a-z]+|\\[[^]]*])",
                "\"" + field + "\":" + value);
        assertThat(body).as("was spoilt").contains("\"" + field + "\":" + value);
        assertThat(file.decode(type.log(), file.headers(), body.getBytes(UTF_8))).isEqualTo(new Malformed(Flaw.BODY));
    }

    static Stream<Object[]> wrongTypes() {
        Map<String, String[]> cases = Map.of(
                "CHECKIN_RECORDED mood",
                new String[]{"\"3\"", "3.7", "3.0", "true", "99999999999", "[3]", "{}", "\"\"", "null"},
                "CHECKIN_RECORDED about", new String[]{"1", "99", "-1", "true", "{}", "[\"partner\"]", "null"},
                "CHECKIN_RECORDED note", new String[]{"5", "1.5", "true", "{\"value\":\"x\"}", "[\"x\"]"},
                "CHECKIN_RECORDED words", new String[]{"\"x\"", "\"\"", "{}", "[null]", "[1]", "[[\"x\"]]"},
                "CHECKIN_RECORDED checkIn", new String[]{"\"\"", "1", "null", "\"AZqx8GoAfD6dIV8Oi3ocAQ==\""},
                "CONFLICT_OPENED stillGoingOn", new String[]{"1", "\"true\"", "\"\"", "[true]"},
                "PREFERENCES_CHANGED from",
                new String[]{"22", "\"22\"", "\"25:00\"", "[22,0]", "\"22:00Z\"", "\"\"", "null"},
                "SUGGESTION_OFFERED arousal", new String[]{"5", "null", "[]"},
                "NOTIFICATION_HELD until", new String[]{"1764018240", "1.5", "\"1764018240\"", "\"tomorrow\"", "\"\"",
                        "\"+1000000000-12-31T23:59:59Z\"", "[2026]", "null"},
                "NOTIFICATION_PLANNED id", new String[]{"\"AZqx8GoAfD6dIV8Oi3ocAQ==\"", "\"\"", "7",
                        "\"00000001-0001-0001-00001-00000000001\""});
        return cases.entrySet().stream().flatMap(one -> Stream.of(one.getValue()).map(value -> {
            String[] typeAndField = one.getKey().split(" ", 2);
            return new Object[]{EventType.valueOf(typeAndField[0]), typeAndField[1], value};
        }));
    }

    @Test
    void halfOfASurrogatePairIsNoFlawButIsMended() {
        DecodedEvent decoded = CHECK_IN.decode(Log.JOURNAL, CHECK_IN.headers(),
                checkIn("\"note\":\"a\\ud800b\"").getBytes(UTF_8));
        assertThat(((Decoded) decoded).envelope().event()).asString().contains("PrivateText[3 characters]");
    }

    private static String checkIn(String more) {
        return "{\"checkIn\":\"" + ID + "\",\"about\":\"self\",\"mood\":3," + more + "}";
    }

    private static void assertBodyFlaw(String body) {
        assertThat(CHECK_IN.decode(Log.JOURNAL, CHECK_IN.headers(), body.getBytes(UTF_8)))
                .isEqualTo(new Malformed(Flaw.BODY));
    }

    private static void assertFlaw(Flaw flaw, GoldenFile file, Map<String, String> headers) {
        assertThat(file.decode(file.eventType().log(), headers, file.bytes())).isEqualTo(new Malformed(flaw));
    }
}
