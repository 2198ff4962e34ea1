package attune.events;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import attune.events.DecodedEvent.Decoded;
import attune.events.DecodedEvent.Flaw;
import attune.events.DecodedEvent.Malformed;
import attune.events.DecodedEvent.Unknown;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Golden records, spoilt in thousands of ways from a fixed seed: each still gets an answer. */
class DecodingNeverThrowsTests {

    private static final int TRIES = 200;
    private static final List<String> AWKWARD = List.of("null", "-1", "0", "1e999", "1e99999999", "3.5", "true", "\"\"",
            "\" \"", "\"unknown\"", "[]", "[null]", "{}", "[[[]]]", "\"-999999999-01-01T00:00:00Z\"", "\"\\u0000\"",
            "9223372036854775808", "\"99999999-9999-9999-9999-999999999999\"", "{\"value\":null}", "NaN", ",", "");

    private static final List<GoldenFile> ALL = GoldenFile.all().toList();

    private final EventCodec codec = new EventCodec();
    private final SplittableRandom random = new SplittableRandom(20261123);

    @ParameterizedTest
    @MethodSource("attune.events.GoldenFile#all")
    void forBytesThatWereSpoilt(GoldenFile file) {
        for (int i = 0; i < TRIES; i++) {
            assertAnswered(file, headers(file), spoil(file.bytes()));
        }
    }

    @ParameterizedTest
    @MethodSource("attune.events.GoldenFile#all")
    void forValuesInWrongPlaces(GoldenFile file) {
        String[] tokens = file.value().split("(?<=[:,\\[{])|(?=[,\\]}])", -1);
        for (int i = 0; i < TRIES; i++) {
            String[] spoilt = tokens.clone();
            spoilt[random.nextInt(spoilt.length)] = AWKWARD.get(random.nextInt(AWKWARD.size()));
            assertAnswered(file, headers(file), String.join("", spoilt).getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("attune.events.GoldenFile#all")
    void forHeadersThatWereSpoilt(GoldenFile file) {
        for (int i = 0; i < TRIES; i++) {
            Map<String, byte[]> headers = headers(file);
            List<String> names = headers.keySet().stream().sorted().toList();
            headers.compute(names.get(random.nextInt(names.size())),
                    (_, value) -> random.nextInt(8) == 0 || value == null ? null : spoil(value));
            assertAnswered(file, headers, file.bytes());
        }
    }

    @ParameterizedTest
    @MethodSource("attune.events.GoldenFile#ours")
    void forBytesOfAnotherType(GoldenFile file) {
        ALL.forEach(other -> assertAnswered(file, headers(file), other.bytes()));
    }

    /** What was understood can also be written again and is then the same. */
    private void assertAnswered(GoldenFile file, Map<String, byte[]> headers, byte[] value) {
        Log log = file.eventType().log();
        switch (codec.decode(log, file.key().getBytes(UTF_8), headers::get, value)) {
            case Decoded(Envelope<?> envelope) -> {
                EncodedEvent again = codec.encode(envelope);
                assertThat(codec.decode(log, again.key(), again.headers()::get, again.value()))
                        .isEqualTo(new Decoded(envelope));
            }
            case Unknown(String type) -> assertThat(EventType.ofWireName(type)).isEmpty();
            case Malformed(Flaw flaw) -> assertThat(flaw).as("the key was not spoilt").isNotEqualTo(Flaw.KEY);
        }
    }

    private static Map<String, byte[]> headers(GoldenFile file) {
        Map<String, byte[]> headers = new HashMap<>();
        file.headers().forEach((name, text) -> headers.put(name, text.getBytes(UTF_8)));
        return headers;
    }

    private byte[] spoil(byte[] bytes) {
        byte[] spoilt = bytes;
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            spoilt = spoilOnce(spoilt);
        }
        return spoilt;
    }

    private byte[] spoilOnce(byte[] bytes) {
        if (bytes.length < 2) {
            return new byte[]{(byte) random.nextInt(256), 0};
        }
        int from = random.nextInt(bytes.length - 1);
        int to = random.nextInt(from + 1, bytes.length + 1);
        byte[] spoilt = bytes.clone();
        return switch (random.nextInt(5)) {
            case 0 -> set(spoilt, from, random.nextInt(256));
            case 1 -> set(spoilt, from, bytes[from] ^ 1 << random.nextInt(8));
            case 2 -> Arrays.copyOf(bytes, from);
            case 3 -> joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            default -> joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
        };
    }

    private static byte[] set(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
