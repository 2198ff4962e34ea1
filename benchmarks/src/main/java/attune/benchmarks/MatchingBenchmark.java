package attune.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import attune.checkin.listening.RulePhrases;
import attune.checkin.text.IntervalPhrases;
import attune.checkin.text.PhraseBook;
import attune.checkin.text.Text;
import attune.checkin.text.TextReader;

/**
 * Only the search for phrases, in notes of 1,000 characters that were read before: the automata of Attune beside Lucene
 * Monitor with the same phrases over the same words.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
public class MatchingBenchmark {

    /** How many of the phrases are sought, evenly chosen; 0 stands for all of them. */
    @Param({"300", "0"})
    public int phrases;

    private @Nullable Kit made;
    private int next;

    /** What is needed once the number of phrases is known. */
    private record Kit(PhraseBook<Integer> book, Monitor monitor, List<Text> texts) {

        static Kit of(List<String> sought, RulePhrases rules) {
            List<PhraseBook.Entry<Integer>> entries = IntStream.range(0, sought.size())
                    .mapToObj(i -> new PhraseBook.Entry<>(sought.get(i), i)).toList();
            PhraseBook<Integer> book = PhraseBook.of(rules.classes(), rules.fillers(), entries);
            TextReader reader = TextReader.seeking(book.words());
            return new Kit(book, monitor(sought, rules), Texts.notes().all().stream().map(reader::read).toList());
        }

        private static Monitor monitor(List<String> sought, RulePhrases rules) {
            IntervalPhrases intervals = new IntervalPhrases(rules.classes());
            List<MonitorQuery> queries = new ArrayList<>();
            for (String phrase : sought) {
                queries.add(new MonitorQuery(Integer.toString(queries.size()), intervals.query(phrase)));
            }
            try {
                Monitor monitor = new Monitor(new WhitespaceAnalyzer(), new TermFilteredPresearcher(),
                        new MonitorConfiguration());
                monitor.register(queries);
                return monitor;
            } catch (IOException e) {
                throw new IllegalStateException("Lucene Monitor does not take the phrases", e);
            }
        }
    }

    /** Makes both sides. */
    @Setup(Level.Trial)
    public void make() {
        RulePhrases rules = RulePhrases.read();
        List<String> all = rules.phrases();
        int wanted = phrases == 0 ? all.size() : phrases;
        Kit kit = Kit.of(
                IntStream.range(0, wanted).mapToObj(i -> all.get((int) ((long) i * all.size() / wanted))).toList(),
                rules);
        made = kit;
        System.out.printf("# %d phrases; of them in all notes: automata %d, Monitor %d%n", wanted,
                kit.texts().stream()
                        .mapToLong(text -> kit.book().find(text).stream().mapToInt(PhraseBook.Match::meaning)
                                .distinct().count())
                        .sum(),
                kit.texts().stream().mapToInt(text -> matches(text)).sum());
    }

    /** Stops what Monitor runs beside. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        kit().monitor().close();
    }

    /** Attune's automata: each passage with its place. */
    @Benchmark
    public List<PhraseBook.Match<Integer>> automata() {
        return kit().book().find(text());
    }

    /** Lucene Monitor, saying only which phrases are somewhere in the note. */
    @Benchmark
    public int monitorWhich() {
        return matches(text());
    }

    /** Lucene Monitor, saying also where they are; this is what the rules would need. */
    @Benchmark
    public int monitorWhere() throws IOException {
        return kit().monitor().match(document(text()), HighlightsMatch.MATCHER).getMatchCount();
    }

    private int matches(Text text) {
        try {
            return kit().monitor().match(document(text), QueryMatch.SIMPLE_MATCHER).getMatchCount();
        } catch (IOException e) {
            throw new IllegalStateException("Lucene Monitor does not match", e);
        }
    }

    private Kit kit() {
        return Objects.requireNonNull(made, "made before all measuring");
    }

    private Text text() {
        next = next + 1 == kit().texts().size() ? 0 : next + 1;
        return kit().texts().get(next);
    }

    private static Document document(Text text) {
        Document document = new Document();
        document.add(new TextField(IntervalPhrases.FIELD, new Tokens(text)));
        return document;
    }
}
