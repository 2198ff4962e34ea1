package attune.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTests {

    @Test
    void givesEveryDoorAFreePortOfItsOwnWhenAskedTo() {
        Ports ports = Ports.from(Map.of("ATTUNE_PORTS", "free"));
        assertThat(Arrays.stream(Door.values()).map(ports::of)).doesNotHaveDuplicates().allMatch(port -> port > 0);
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> Ports.from(Map.of("ATTUNE_PORT", "80800")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("ATTUNE_PORT is \"80800\"");
    }

    @Test
    void refusesOnePortForTwoDoors() {
        assertThatThrownBy(() -> Ports.from(Map.of("ATTUNE_PORT", "9300", "ATTUNE_MAIL_PORT", "9300")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("ATTUNE_PORT")
                .hasMessageContaining("ATTUNE_MAIL_PORT");
    }

    @Test
    void namesThePortThatAnotherProgramHasAndHowToChooseAnother() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.HOST))) {
            String port = Integer.toString(other.getLocalPort());
            assertThatThrownBy(() -> Ports.from(Map.of("ATTUNE_PORTS", "free", "ATTUNE_PORT", port)))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("Port " + port + ", wanted for the gateway, is in use")
                    .hasMessageContaining("ATTUNE_PORT=");
        }
    }
}
