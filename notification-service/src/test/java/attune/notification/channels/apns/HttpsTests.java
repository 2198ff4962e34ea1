package attune.notification.channels.apns;

import org.junit.jupiter.api.Test;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;

import static org.assertj.core.api.Assertions.assertThatCode;

class HttpsTests {

    /** Without the classes of HTTP/3 on the class path, no client of Reactor Netty speaks TLS at all. */
    @Test
    void clientsSpeakTls() {
        assertThatCode(() -> HttpClient.create().protocol(HttpProtocol.H2).secure()).doesNotThrowAnyException();
        assertThatCode(() -> HttpClient.create().secure()).doesNotThrowAnyException();
    }
}
