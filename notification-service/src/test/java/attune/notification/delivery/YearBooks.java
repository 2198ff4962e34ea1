package attune.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import attune.events.Category;
import attune.events.Channel;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationHeld;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.NotificationsDigested;
import attune.events.Ending;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.QuietDay;
import attune.events.JournalEvent.QuietHours;
import attune.events.PersonId;
import attune.notification.queue.DeliveryKey;
import attune.notification.queue.Shard;
import attune.notification.recipients.Recipient;

import static org.assertj.core.api.Assertions.assertThat;

/** Books of a simulated year that are kept apart from those of the service, and in other words. */
final class YearBooks {

    private static final Set<Category> COUNTED = EnumSet.of(Category.SUGGESTION, Category.REMINDER,
            Category.COACH_MESSAGE);

    private final Map<DeliveryKey, Category> open = new HashMap<>();
    private final Map<DeliveryKey, NotificationHeld> held = new HashMap<>();
    private final Map<DeliveryKey, Instant> heldSince = new HashMap<>();
    private final Map<String, Integer> table = new TreeMap<>();
    private final Map<String, Duration> longest = new TreeMap<>();
    private final Map<String, List<Sent>> sent = new HashMap<>();
    private long accepted;
    private long ended;

    private record Sent(Category category, Instant at) {}

    void happened(PersonId person, DeliveryEvent event, Instant at) {
        switch (event) {
            case NotificationPlanned planned -> {
                accept(new DeliveryKey(planned.notification(), Channel.INBOX), planned.category());
                planned.routes().forEach(route -> accept(new DeliveryKey(planned.notification(), route.channel()),
                        planned.category()));
            }
            case NotificationHeld hold -> {
                DeliveryKey key = new DeliveryKey(hold.notification(), hold.channel());
                released(key, at);
                held.put(key, hold);
                heldSince.put(key, at);
                count(Objects.requireNonNull(open.get(key)), hold.channel(), "held: " + hold.reason().wireName());
            }
            case NotificationEnded end -> end(new DeliveryKey(end.notification(), end.channel()),
                    end.ending() == Ending.SENT ? "sent" : end.ending().wireName() + ": " + end.reason().wireName(),
                    at);
            case NotificationsDigested digested -> {
                digested.notifications().forEach(one -> end(new DeliveryKey(one, digested.channel()), "digested", at));
                accept(new DeliveryKey(digested.digest(), digested.channel()), Category.DIGEST);
            }
            default -> {
            }
        }
    }

    private void accept(DeliveryKey key, Category category) {
        assertThat(open.put(key, category)).as("planned once").isNull();
        accepted++;
        count(category, key.channel(), "accepted");
    }

    private void end(DeliveryKey key, String how, Instant at) {
        Category category = open.remove(key);
        assertThat(category).as("ends once, after it was planned").isNotNull();
        ended++;
        count(category, key.channel(), how);
        released(key, at);
    }

    private void released(DeliveryKey key, Instant at) {
        NotificationHeld hold = held.remove(key);
        Instant since = heldSince.remove(key);
        if (hold != null && since != null) {
            longest.merge(hold.reason().wireName(), Duration.between(since, at),
                    (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
    }

    private void count(Category category, Channel channel, String what) {
        table.merge(String.format(Locale.ROOT, "%-13s %-6s %s", category.wireName(), channel.wireName(), what), 1,
                Integer::sum);
    }

    /** Never in quiet hours, never above a cap, never too soon: said again in other words than the code's. */
    void sent(VirtualPerson person, Category category, Channel channel, Instant at) {
        PreferencesChanged wishes = person.wishes();
        assertThat(wishes.zone()).as("a known zone").isNotNull();
        ZoneId zone = ZoneId.of(wishes.zone());
        assertThat(isQuiet(wishes, at.atZone(zone).toLocalDateTime())).as("quiet for %s at %s", wishes, at).isFalse();
        List<Sent> before = sent.computeIfAbsent(person.id().value() + "/" + channel, _ -> new ArrayList<>());
        if (COUNTED.contains(category)) {
            LocalDate today = LocalDate.ofInstant(at, zone);
            assertThat(before.stream().filter(one -> one.category() == category
                    && LocalDate.ofInstant(one.at(), zone).equals(today)))
                    .as("sent before on this day").hasSizeLessThan(category == Category.COACH_MESSAGE ? 3 : 1);
            assertThat(before.stream().filter(one -> COUNTED.contains(one.category())
                    && one.at().isAfter(at.minus(Duration.ofDays(7))))).as("in seven days").hasSizeLessThan(6);
        }
        if (channel == Channel.PUSH && (COUNTED.contains(category) || category == Category.DIGEST)) {
            assertThat(before).allMatch(one -> !one.at().isAfter(at.minus(Duration.ofHours(4))));
        }
        before.add(new Sent(category, at));
        before.removeIf(one -> one.at().isBefore(at.minus(Duration.ofDays(8))));
    }

    private static boolean isQuiet(PreferencesChanged wishes, LocalDateTime shown) {
        for (int daysAgo = 0; daysAgo <= 1; daysAgo++) {
            LocalDate day = shown.toLocalDate().minusDays(daysAgo);
            QuietHours hours = wishes.quietHours() == null ? Recipient.DEFAULT_QUIET_HOURS : wishes.quietHours();
            for (QuietDay other : wishes.quietDays()) {
                if (other.day().name().equals(day.getDayOfWeek().name())) {
                    hours = other.hours();
                }
            }
            if (hours != null) {
                long length = Math.floorMod(Duration.between(hours.from(), hours.to()).toMinutes() - 1, 24 * 60) + 1L;
                LocalDateTime from = day.atTime(hours.from());
                if (!shown.isBefore(from) && shown.isBefore(from.plusMinutes(length))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Now and then: what the service's own books say must be what waits. */
    void compare(Map<String, Shard> shards, Instant now) {
        Map<String, Long> differences = new TreeMap<>();
        shards.forEach((id, shard) -> {
            long entries = shard.ledger().stream().mapToLong(tally -> tally.accepted() - tally.endedInAll()).sum();
            if (entries != shard.waiting().size()) {
                differences.put(id, entries - shard.waiting().size());
            }
        });
        assertThat(differences).as("differences at %s", now).isEmpty();
        assertThat(shards.values().stream().mapToLong(shard -> shard.waiting().size()).sum()).isEqualTo(open.size());
    }

    /** Everything has ended, and what came is what ended. */
    void close() {
        assertThat(open).isEmpty();
        assertThat(accepted).isEqualTo(ended);
    }

    String print() {
        StringBuilder text = new StringBuilder(2_000);
        text.append("accepted ").append(accepted).append(", ended ").append(ended).append(", open ")
                .append(open.size()).append(", difference ").append(accepted - ended - open.size()).append('\n');
        table.forEach((what, count) -> text.append(String.format(Locale.ROOT, "%9d  %s%n", count, what)));
        longest.forEach((why, wait) -> text.append(String.format(Locale.ROOT, "longest wait %-14s %s%n", why, wait)));
        return text.toString();
    }
}
