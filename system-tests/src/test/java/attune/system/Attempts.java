package attune.system;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import attune.events.AttemptOutcome;
import attune.events.Channel;
import attune.events.DeliveryEvent.NotificationAttempted;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.Ending;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.Log;
import attune.events.NotificationId;

/** What the log says of handing things to providers. */
record Attempts(List<NotificationAttempted> attempted, List<NotificationEnded> ended) {

    static Attempts read(String brokers) {
        Set<EventId> seen = new HashSet<>();
        List<Envelope<?>> once = Logs.read(brokers).of(Log.DELIVERIES).stream()
                .filter(envelope -> seen.add(envelope.id())).toList();
        return new Attempts(all(once, NotificationAttempted.class), all(once, NotificationEnded.class));
    }

    private static <E> List<E> all(List<Envelope<?>> envelopes, Class<E> type) {
        return envelopes.stream().map(Envelope::event).filter(type::isInstance).map(type::cast).toList();
    }

    /** What a provider has taken over a channel. */
    Set<NotificationId> sent(Channel channel) {
        return ended.stream().filter(one -> one.channel() == channel && one.ending() == Ending.SENT)
                .map(NotificationEnded::notification).collect(Collectors.toSet());
    }

    /**
     * How many doubles no failed attempt accounts for: a provider took something, and whoever handed it over did not come
     * to note it.
     *
     * @param taken over the channel, doubles included
     */
    long unexplained(Channel channel, Collection<NotificationId> taken) {
        return unexplained(taken, attempted.stream()
                .filter(one -> one.channel() == channel && mayHaveTaken(one.outcome()))
                .map(NotificationAttempted::notification));
    }

    /** The same for one webhook: each says by itself what it did. */
    long unexplained(UUID webhook, Collection<NotificationId> taken) {
        return unexplained(taken, attempted.stream()
                .filter(one -> one.channel() == Channel.WEBHOOK && one.answers().stream()
                        .anyMatch(answer -> answer.target().equals(webhook) && mayHaveTaken(answer.outcome())))
                .map(NotificationAttempted::notification));
    }

    private static boolean mayHaveTaken(AttemptOutcome outcome) {
        return outcome == AttemptOutcome.ACCEPTED || outcome == AttemptOutcome.RETRYABLE_ERROR;
    }

    private static long unexplained(Collection<NotificationId> taken, Stream<NotificationId> explained) {
        Map<NotificationId, Integer> left = new HashMap<>();
        taken.forEach(one -> left.merge(one, 1, Integer::sum));
        explained.forEach(one -> left.computeIfPresent(one, (_, count) -> count - 1));
        return left.values().stream().filter(count -> count > 0).mapToInt(Integer::intValue).sum();
    }
}
