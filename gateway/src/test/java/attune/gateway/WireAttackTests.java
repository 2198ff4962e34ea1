package attune.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What no ordinary client would send. */
class WireAttackTests extends GatewayTests {

    private static final String HIDDEN = "GET /api/v1/check-ins/smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

    @BeforeEach
    void forget() {
        CHECKIN.seen().clear();
    }

    @Test
    void refusesTwoLengths() throws IOException {
        assertRefusedAndClosed(put(head -> head + "Content-Length: 5\r\nContent-Length: 6\r\n", "12345" + HIDDEN));
        assertRefusedAndClosed(put(head -> head + "Content-Length: 5, 6\r\n", "12345" + HIDDEN));
    }

    @Test
    void refusesALengthBesideChunks() throws IOException {
        assertRefusedAndClosed(put(head -> head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "0\r\n\r\n" + HIDDEN));
        assertRefusedAndClosed(put(head -> head + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "0\r\n\r\n" + HIDDEN));
    }

    @Test
    void refusesStrangeTransferEncodings() throws IOException {
        assertRefusedAndClosed(put(head -> head + "Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n" + HIDDEN));
        assertRefusedAndClosed(put(head -> head + "Transfer-Encoding : chunked\r\n", "0\r\n\r\n" + HIDDEN));
        assertRefusedAndClosed(put(head -> head + "Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" + HIDDEN));
    }

    @Test
    void refusesBareLineFeedsAndBrokenNames() throws IOException {
        assertRefusedAndClosed(put(head -> head.replace("\r\n", "\n") + "Content-Length: 0\n", HIDDEN));
        assertRefusedAndClosed(put(head -> head + "X A: b\r\nContent-Length: 0\r\n", HIDDEN));
        assertRefusedAndClosed(put(head -> head + "X-A: b\0c\r\nContent-Length: 0\r\n", HIDDEN));
    }

    /** As RFC 9112 5.2 allows instead of refusing: the room sees one line or nothing. */
    @Test
    void passesOnNoFoldedHeader() throws IOException {
        put(head -> head + "Accept: a\r\n Content-Length: 9\r\nConnection: close\r\nContent-Length: 0\r\n", "");
        assertThat(CHECKIN.seen()).hasSize(1);
        assertThat(CHECKIN.seen().getFirst().headers()).containsEntry("accept", "a Content-Length: 9")
                .containsEntry("content-length", "0");
    }

    @Test
    void doesNotSwitchToAnotherProtocol() throws IOException {
        String answer = exchange(lines("GET /api/v1/check-ins HTTP/1.1", "Host: a",
                "Connection: Upgrade, HTTP2-Settings, close", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"));
        assertThat(answer).doesNotContain("101 Switching").startsWith("HTTP/1.1 401");
        assertThat(exchange("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).doesNotContain("HTTP/2 200");
    }

    @Test
    void boundsHeadsAndAddresses() throws IOException {
        assertThat(exchange("GET / HTTP/1.1\r\nHost: a\r\nX-A: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(exchange("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: a\r\n\r\n")).startsWith("HTTP/1.1 414");
    }

    @Test
    void answersAWholeAddressAsAPath() throws IOException {
        assertThat(exchange("GET http://127.0.0.1:1/actuator/env HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    @Test
    void closesOnWhoTakesForever() throws IOException {
        try (Socket silent = connect(); Socket dripping = connect()) {
            OutputStream drip = dripping.getOutputStream();
            drip.write("GET / HTTP/1.1\r\nHost: a\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            assertThat(dripping.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void closesOnABodyThatNeverComes() throws IOException {
        String token = PROVIDER.token("client-1", "client");
        String answer = exchange("PUT /api/v1/check-ins/1 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token
                + "\r\nContent-Length: 100\r\n\r\nabc");
        assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 5")).isTrue();
        assertThat(CHECKIN.seen()).isEmpty();
    }

    private void assertRefusedAndClosed(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer.indexOf("HTTP/1.1 ", 1)).as("a second answer").isEqualTo(-1);
        assertThat(CHECKIN.seen()).isEmpty();
    }

    private String put(UnaryOperator<String> change, String body) throws IOException {
        String head = "PUT /api/v1/check-ins/1 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + PROVIDER.token("client-1", "client") + "\r\n";
        return exchange(change.apply(head) + "\r\n" + body);
    }

    /** Sends bytes as they are and reads until the other side closes. */
    private String exchange(String bytes) throws IOException {
        try (Socket socket = connect()) {
            StringBuilder answer = new StringBuilder();
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                for (int next = socket.getInputStream().read(); next >= 0; next = socket.getInputStream().read()) {
                    answer.append((char) next);
                }
            } catch (SocketException _) {
                // closed while there was more to say; what came before counts
            }
            return answer.toString();
        }
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(20_000);
        return socket;
    }
}
