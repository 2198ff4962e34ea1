package attune.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/** A connection that is kept is read on, whatever came on it before; older versions of the server forgot to. */
class KeptAliveConnectionTests extends RoomTests {

    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(10).toMillis();

    @Autowired
    private Environment environment;

    @Test
    void answersOnAConnectionWhoseRequestsCameFasterThanTheirAnswers() throws IOException {
        int port = environment.getRequiredProperty("local.management.port", Integer.class);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            // The first is answered by another thread than the one that reads, the second at once by the latter.
            out.write((get("/actuator/prometheus") + get("/actuator/env")).getBytes(StandardCharsets.US_ASCII));
            assertThat(status(socket.getInputStream())).isEqualTo("HTTP/1.1 200 OK");
            assertThat(status(socket.getInputStream())).isEqualTo("HTTP/1.1 404 Not Found");

            out.write(get("/actuator/env").getBytes(StandardCharsets.US_ASCII));
            assertThat(status(socket.getInputStream())).isEqualTo("HTTP/1.1 404 Not Found");
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    /** Reads one whole answer and gives its first line. */
    private static String status(InputStream in) throws IOException {
        String first = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        in.readNBytes(length);
        return first;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
