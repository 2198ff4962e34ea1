package attune.local.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The times from the moment at which an item was to be sent to the moment at which its notification came on the stream,
 * by one clock.
 */
record Latency(List<Duration> times) {

    static Latency of(List<Told> told, List<Seen.Suggestion> suggestions, List<Arrival> arrivals) {
        Map<UUID, List<Told>> bySubject = told.stream().filter(Told::isAccepted)
                .collect(Collectors.groupingBy(one -> one.item().subject()));
        Map<String, Seen.Suggestion> byId = suggestions.stream()
                .collect(Collectors.toMap(Seen.Suggestion::id, Function.identity(), (first, _) -> first));
        return new Latency(arrivals.stream()
                .flatMap(arrival -> Optional.ofNullable(byId.get(arrival.about()))
                        .flatMap(suggestion -> cause(suggestion, bySubject))
                        .map(cause -> Duration.ofNanos(arrival.nanos() - cause.dueNanos()))
                        .stream())
                .sorted()
                .toList());
    }

    /** A suggestion about a conflict may come from what followed it: then the last that was sent before is the cause. */
    private static Optional<Told> cause(Seen.Suggestion suggestion, Map<UUID, List<Told>> bySubject) {
        List<Told> possible = bySubject.getOrDefault(suggestion.about(), List.of());
        Instant offered = suggestion.offeredAt();
        return possible.stream()
                .filter(told -> !told.isKnown() && !told.sentAt().isAfter(offered))
                .max(Comparator.comparing(Told::sentAt));
    }

    int count() {
        return times.size();
    }

    /**
     * The time below which this share of them lies.
     *
     * @param share above 0, at most 1
     */
    Duration at(double share) {
        return times.get((int) Math.ceil(share * times.size()) - 1);
    }
}
