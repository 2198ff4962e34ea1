package attune.embedded;

import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BrokerFaultsTests {

    @Test
    void turnsTheEndOfTheProcessIntoAnExceptionWhileABrokerStarts() {
        BrokerFaults.install();

        assertThatThrownBy(() -> BrokerFaults.whileStarting(() -> Exit.halt(1, "no disk")))
                .isInstanceOf(EmbeddedException.Failed.class).hasMessageContaining("cannot survive: no disk");
        assertThatThrownBy(() -> BrokerFaults.whileStarting(() -> Exit.exit(1)))
                .isInstanceOf(EmbeddedException.Failed.class);
    }
}
