package attune.checkin.intake;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import attune.checkin.listening.Listener;
import attune.events.Heard;
import attune.events.JournalEvent;

/**
 * Listens to what people say while it is taken in, on threads of its own and for a bounded time. What cannot be
 * understood in time counts as not understood, which is never the same as safe: it raises a person's tier and pauses their
 * suggestions. So the service is not ready before it can listen, and listening may take much longer than it ever should.
 */
@Component
public class Hearing implements ApplicationRunner, DisposableBean {

    /** Some hundred times what the slowest text takes; with the wait for the log, what the gateway waits. */
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int MOST_WAITING = 500;

    private final Listener listener;
    private final MeterRegistry meters;
    private final Scheduler threads = Schedulers.newBoundedElastic(Math.max(2, Runtime.getRuntime()
            .availableProcessors()), MOST_WAITING, "listening");
    private final CompletableFuture<Void> prepared;

    Hearing(Listener listener, MeterRegistry meters) {
        this.listener = listener;
        this.meters = meters;
        prepared = CompletableFuture.runAsync(listener::prepare, threads::schedule);
    }

    /** Readiness waits for this: whoever came first would otherwise wait for the models, and in vain. */
    @Override
    public void run(ApplicationArguments arguments) {
        prepared.join();
    }

    /** The same, with what was heard in its texts; without texts, as it is. Never an error. */
    public <E extends JournalEvent> Mono<Said<E>> listen(Said<E> said) {
        Map<String, String> texts = Spoken.texts(said.event());
        if (texts.isEmpty()) {
            return Mono.just(said);
        }
        return Mono.fromCallable(() -> listener.listen(texts))
                .subscribeOn(threads)
                .timeout(LONGEST)
                .onErrorResume(_ -> Mono.just(listener.failed()))
                .doOnNext(this::count)
                .map(heard -> said.with(heard));
    }

    /** How many were understood, not analysed, or failed: the last two are for operators to see. */
    private void count(Heard heard) {
        meters.counter("attune.heard", "analysis", heard.analysis().wireName()).increment();
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
