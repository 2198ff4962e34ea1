package attune.eventlog;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import attune.eventlog.folds.FoldStep;

/**
 * The tally service as a process of its own. {@code -Dattune.test.crash=SAVED:3} lets it die without a word when it
 * reaches the step for the third time.
 */
final class TallyProcess {

    private TallyProcess() {}

    public static void main(String[] arguments) {
        TallyService.start(arguments[0], arguments[1], Crash.class);
        System.out.println("READY");
    }

    @Configuration(proxyBeanMethods = false)
    static class Crash {

        private static final int KILLED = 137;

        @Bean
        FoldStep.Listener crash() {
            String crash = System.getProperty("attune.test.crash");
            if (crash == null) {
                return FoldStep.Listener.NONE;
            }
            FoldStep at = FoldStep.valueOf(crash.substring(0, crash.indexOf(':')));
            AtomicInteger left = new AtomicInteger(Integer.parseInt(crash.substring(crash.indexOf(':') + 1)));
            return (_, step) -> {
                if (step == at && left.decrementAndGet() == 0) {
                    Runtime.getRuntime().halt(KILLED);
                }
            };
        }
    }
}
