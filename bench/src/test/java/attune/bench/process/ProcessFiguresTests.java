package attune.bench.process;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessFiguresTests {

    @Test
    void addsUserAndSystemTimeWhateverTheNameOfTheProcess() {
        String stat = "42 (a ) b (c) S 1 42 42 0 -1 4194560 9 0 0 0 123 77 5 5 20 0 1 0 100 0 0";

        assertThat(ProcessFigures.cpu(stat)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void readsTheMemoryInRam() {
        assertThat(ProcessFigures.residentKib("Name:\tjava\nVmPeak:\t  9 kB\nVmRSS:\t  204800 kB\n"))
                .isEqualTo(204_800);
    }

    @Test
    void seesAProcessThatReallyRuns() throws Exception {
        long pid = ProcessHandle.current().pid();

        assertThat(ProcessFigures.cpu(pid)).isPositive();
        assertThat(ProcessFigures.residentKib(pid)).isPositive();
    }
}
