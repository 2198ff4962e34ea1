package attune.local;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import attune.embedded.Fault;
import attune.embedded.FaultControl;
import attune.embedded.WebhookReceiver;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody reads who switches faults by hand. */
class FaultsTests {

    private final WebhookReceiver receiver = WebhookReceiver.start(0, InstantSource.system());
    private final FaultControl control = FaultControl.start(0, Map.of("fcm", receiver.faults()));
    private final HttpClient http = HttpClient.newHttpClient();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String address = "";

    @BeforeEach
    void find() {
        address = control.address().toString();
    }

    @AfterEach
    void stop() {
        http.close();
        control.close();
        receiver.close();
    }

    private int run(String... arguments) throws InterruptedException {
        return new Faults(http, address, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)).run(arguments);
    }

    @Test
    void showsAndSwitches() throws InterruptedException {
        assertThat(run("fcm", "slow", "50")).isZero();
        assertThat(run()).isZero();
        assertThat(run("fcm", "busy")).isZero();
        assertThat(run("fcm")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringWhitespace("""
                fcm slow 50 ms 0 taken
                fcm slow 50 ms 0 taken
                fcm busy 0 taken
                fcm busy 0 taken
                """);
        assertThat(err.size()).isZero();
        assertThat(receiver.faults().now()).isEqualTo(Fault.BUSY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"fax slow;There is no receiver of that name. There are: fcm.",
            "fcm sad;There is no fault of that name. There are: off, slow, busy, broken, gone, dropping.",
            "fcm slow 0;How slow it is to be is said in milliseconds, from 1 to 600000.",
            "fcm slow long;How slow it is to be is said in whole milliseconds, such as 50.",
            "fcm busy 50;Only slow goes with a number: ./attune faults fcm slow 50."})
    void saysWhatIsWrongInOneSentence(String words, String sentence) throws InterruptedException {
        assertThat(run(words.split(" ", -1))).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo(sentence);
        assertThat(out.size()).isZero();
        assertThat(receiver.faults().now()).isEqualTo(Fault.OFF);
    }

    @Test
    void saysWhenNobodyAnswersAndWhenSomebodyElseDoes() throws InterruptedException {
        address = receiver.endpoint("x").toString();
        receiver.faults().becomes(Fault.BUSY);
        assertThat(run()).isEqualTo(1);
        receiver.close();
        assertThat(run()).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("What answers at " + address + " is not Attune.",
                "Nobody answers at " + address + ": Attune is not running there.");
    }
}
