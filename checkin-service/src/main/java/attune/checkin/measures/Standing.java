package attune.checkin.measures;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;

/**
 * A person's scores of one measure at the beginning, and the newest.
 *
 * @param early the scores of the first days, oldest first
 * @param newest the score that is latest by when it was answered
 */
public record Standing(List<DatedScore> early, @Nullable DatedScore newest) {

    public static final DocumentKind<Standing> KIND = new DocumentKind<>("measureStandings", Standing.class,
            new Standing(List.of(), null));

    private static final Duration BEGINNING = Duration.ofDays(14);
    private static final int MOST = 60;
    private static final Comparator<DatedScore> OLDEST_FIRST = Comparator.comparing(DatedScore::at)
            .thenComparing(DatedScore::value);

    public Standing {
        early = List.copyOf(early);
    }

    Standing with(DatedScore score) {
        List<DatedScore> all = Stream.concat(early.stream(), Stream.of(score)).sorted(OLDEST_FIRST).toList();
        Instant end = all.getFirst().at().plus(BEGINNING);
        return new Standing(all.stream().filter(one -> one.at().isBefore(end)).limit(MOST).toList(),
                newest == null || OLDEST_FIRST.compare(score, newest) > 0 ? score : newest);
    }
}
