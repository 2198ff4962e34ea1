package attune.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import attune.checkin.listening.Listener;
import attune.checkin.statements.Review;
import attune.checkin.statements.StatementReviewer;
import attune.events.Heard;

/** One text from its characters to what was understood, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC"})
public class ListeningBenchmark {

    private final Listener listener = Listener.create();
    private final StatementReviewer reviewer = StatementReviewer.load();
    private final Texts notes = Texts.notes();
    private final Texts drafts = Texts.drafts();
    private final Texts hostileNotes = Texts.hostile();
    private final Texts hostileDrafts = Texts.hostile();

    /** A note of 1,000 characters: the goal is a median under 2 ms, 99 of 100 under 20 ms. */
    @Benchmark
    public Heard note() {
        return listener.listen(Map.of("/note", notes.next()));
    }

    /** 4,000 characters made to be slow: the goal is that all stay under 100 ms. */
    @Benchmark
    public Heard hostileNote() {
        return listener.listen(Map.of("/note", hostileNotes.next()));
    }

    /** The review of a draft, with the wordings it proposes. */
    @Benchmark
    public Review draft() {
        return reviewer.review(drafts.next());
    }

    /** The same with 4,000 characters made to be slow. */
    @Benchmark
    public Review hostileDraft() {
        return reviewer.review(hostileDrafts.next());
    }
}
