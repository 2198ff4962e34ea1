package attune.notification.channels.push;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EndpointsTests {

    private final Endpoints endpoints = new Endpoints(false);

    @ParameterizedTest
    @ValueSource(strings = {"http://push.example.org/1", "ftp://push.example.org/1", "file:///etc/passwd", "push/1",
            "https:///1", "https://user@push.example.org/1", "https://push.example.org:8443/1",
            "https://push.example.org/1#a", "https://push example.org/", ""})
    void readsOnlyPlainSecureAddresses(String text) {
        assertThat(endpoints.read(text)).isEmpty();
    }

    @Test
    void readsWhatBrowsersGive() {
        assertThat(endpoints.read("https://updates.push.services.mozilla.com/wpush/v2/gAAA-_")).isPresent();
        assertThat(endpoints.read("https://fcm.googleapis.com/fcm/send/abc:def")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1",
            "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "[::1]", "[::]", "[fe80::1]",
            "[fd00::1]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
            "localhost"})
    void goesNowhereInside(String host) {
        assertThat(endpoints.isOutside(URI.create("https://" + host + "/1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "[2606:2800:220:1:248:1893:25c8:1946]"})
    void goesOutside(String host) {
        assertThat(endpoints.isOutside(URI.create("https://" + host + "/1"))).isTrue();
    }
}
