package attune.checkin.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.Query;

import attune.checkin.text.Phrase.Beginning;
import attune.checkin.text.Phrase.Choice;
import attune.checkin.text.Phrase.Count;
import attune.checkin.text.Phrase.End;
import attune.checkin.text.Phrase.Gap;
import attune.checkin.text.Phrase.Named;
import attune.checkin.text.Phrase.Optional;
import attune.checkin.text.Phrase.Sequence;
import attune.checkin.text.Phrase.Words;

/**
 * Phrases of the rules as interval queries of Lucene, as near as they come. Left out, all to Lucene's advantage: fillers
 * between any words, barriers, the ends of clauses and sentences, and that choices of several lengths are tried in each.
 */
public final class IntervalPhrases {

    /** The field that queries look into. */
    public static final String FIELD = "text";
    /** What a number is indexed as, beside itself. */
    public static final String NUMBER = "#";

    private static final int MOST_WAYS = 64;

    private final Map<String, List<String>> classes;
    private final Map<String, IntervalsSource> named = new HashMap<>();

    /** With the classes that phrases may name. */
    public IntervalPhrases(Map<String, List<String>> classes) {
        this.classes = classes;
    }

    /** The phrase as a query. */
    public Query query(String phrase) {
        return new IntervalQuery(FIELD, source(PhraseParser.parse(phrase)));
    }

    private IntervalsSource source(Phrase phrase) {
        return switch (phrase) {
            case Words words -> anyOf(words.forms().stream().map(Intervals::term).toList());
            case Named name -> name(name.name());
            case Choice choice -> anyOf(choice.alternatives().stream().filter(IntervalPhrases::isWords)
                    .map(this::source).toList());
            case Sequence sequence -> anyOf(ways(sequence.parts()).stream().map(this::inOrder).toList());
            case Optional optional -> source(optional.part());
            case Count _ -> Intervals.term(NUMBER);
            case Gap _,Beginning _,End _ -> throw new IllegalArgumentException("nothing to find");
        };
    }

    private IntervalsSource name(String name) {
        IntervalsSource known = named.get(name);
        if (known == null) {
            known = anyOf(classes.getOrDefault(name, List.of()).stream().map(PhraseParser::parse).map(this::source)
                    .toList());
            named.put(name, known);
        }
        return known;
    }

    /** Without rewriting: with it, one phrase becomes thousands. */
    private static IntervalsSource anyOf(List<IntervalsSource> sources) {
        return sources.size() == 1 ? sources.getFirst() : Intervals.or(false, sources);
    }

    /** The sequences that there are with and without each part that may be missing. */
    private static List<List<Phrase>> ways(List<Phrase> parts) {
        List<List<Phrase>> ways = new ArrayList<>(List.of(List.of()));
        for (Phrase part : parts) {
            if (part instanceof Beginning || part instanceof End) {
                continue;
            }
            List<List<Phrase>> longer = new ArrayList<>();
            for (List<Phrase> way : ways) {
                List<Phrase> with = new ArrayList<>(way);
                with.add(part instanceof Optional optional ? optional.part() : part);
                longer.add(with);
                if (mayBeMissing(part) && ways.size() < MOST_WAYS) {
                    longer.add(way);
                }
            }
            ways = longer;
        }
        return ways;
    }

    private static boolean mayBeMissing(Phrase part) {
        return part instanceof Optional
                || (part instanceof Choice choice
                        && !choice.alternatives().stream().allMatch(IntervalPhrases::isWords));
    }

    private static boolean isWords(Phrase part) {
        return !(part instanceof Beginning || part instanceof End || part instanceof Gap);
    }

    private IntervalsSource inOrder(List<Phrase> parts) {
        List<IntervalsSource> sources = new ArrayList<>();
        int least = 0;
        int most = 0;
        for (Phrase part : parts) {
            if (part instanceof Gap gap) {
                least += gap.least();
                most += gap.most();
            } else {
                IntervalsSource source = source(part);
                sources.add(sources.isEmpty() ? source : after(source, least, most));
                least = 0;
                most = 0;
            }
        }
        return sources.size() == 1 ? sources.getFirst() : Intervals.phrase(sources.toArray(IntervalsSource[]::new));
    }

    private static IntervalsSource after(IntervalsSource source, int least, int most) {
        List<IntervalsSource> distances = new ArrayList<>();
        for (int gap = least; gap <= most; gap++) {
            distances.add(gap == 0 ? source : Intervals.extend(source, gap, 0));
        }
        return anyOf(distances);
    }
}
