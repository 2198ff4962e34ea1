package attune.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
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
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.Reason;
import attune.notification.queue.DeliveryKey;
import attune.notification.queue.Shard;
import attune.notification.recipients.Recipient;

import static org.assertj.core.api.Assertions.assertThat;

/** Books of a simulated year that are kept apart from those of the service, and in other words. */
final class YearBooks {

    private static final Set<Category> COUNTED = EnumSet.of(Category.SUGGESTION, Category.REMINDER,
            Category.COACH_MESSAGE);
    private static final List<Channel> CHANNELS = List.of(Channel.INBOX, Channel.PUSH, Channel.EMAIL);

    private final Map<DeliveryKey, Category> open = new HashMap<>();
    private final Map<DeliveryKey, Hold> held = new HashMap<>();
    private final YearTable table = new YearTable();
    private final Map<PersonId, Map<Channel, List<Sent>>> sent = new HashMap<>();
    private long accepted;
    private long ended;
    private long compared;

    private record Sent(Category category, Instant at) {}

    private record Hold(Reason reason, Instant since) {}

    void happened(DeliveryEvent event, Instant at) {
        switch (event) {
            case NotificationPlanned planned -> {
                accept(new DeliveryKey(planned.notification(), Channel.INBOX), planned.category());
                planned.routes().forEach(route -> accept(new DeliveryKey(planned.notification(), route.channel()),
                        planned.category()));
            }
            case NotificationHeld hold -> hold(hold, at);
            case NotificationEnded end -> end(new DeliveryKey(end.notification(), end.channel()), end.ending(),
                    end.reason(), at);
            case NotificationsDigested digested -> {
                digested.notifications().forEach(one -> end(new DeliveryKey(one, digested.channel()), Ending.DIGESTED,
                        Reason.DIGEST_CHOSEN, at));
                accept(new DeliveryKey(digested.digest(), digested.channel()), Category.DIGEST);
            }
            default -> {
            }
        }
    }

    boolean isOpen(NotificationId notification) {
        return CHANNELS.stream().anyMatch(channel -> open.containsKey(new DeliveryKey(notification, channel)));
    }

    private void accept(DeliveryKey key, Category category) {
        promise(open.put(key, category) == null, "planned once");
        accepted++;
        table.accepted(category, key.channel());
    }

    private void hold(NotificationHeld hold, Instant at) {
        DeliveryKey key = new DeliveryKey(hold.notification(), hold.channel());
        Category category = open.get(key);
        promise(category != null, "held only while it is open");
        Hold before = held.get(key);
        if (before == null || before.reason() != hold.reason()) {
            released(key, at);
            held.put(key, new Hold(hold.reason(), at));
            table.held(Objects.requireNonNull(category), hold.channel(), hold.reason());
        }
    }

    private void end(DeliveryKey key, Ending ending, Reason reason, Instant at) {
        Category category = open.remove(key);
        promise(category != null, "ends once, after it was planned");
        ended++;
        table.ended(Objects.requireNonNull(category), key.channel(), ending, reason);
        released(key, at);
    }

    private void released(DeliveryKey key, Instant at) {
        Hold hold = held.remove(key);
        if (hold != null) {
            table.waited(hold.reason(), Duration.between(hold.since(), at));
        }
    }

    /** Never in quiet hours, never above a cap, never too soon: said again in other words than the code's. */
    void sent(VirtualPerson person, Category category, Channel channel, Instant at) {
        PreferencesChanged wishes = person.wishes();
        String known = wishes.zone();
        promise(known != null, "a known zone");
        ZoneId zone = ZoneId.of(Objects.requireNonNull(known));
        promise(!isQuiet(wishes, at.atZone(zone).toLocalDateTime()), "never in quiet hours", wishes, at);
        List<Sent> before = sent.computeIfAbsent(person.id(), _ -> new EnumMap<>(Channel.class))
                .computeIfAbsent(channel, _ -> new ArrayList<>());
        if (COUNTED.contains(category)) {
            LocalDate today = LocalDate.ofInstant(at, zone);
            promise(before.stream().filter(one -> one.category() == category
                    && LocalDate.ofInstant(one.at(), zone).equals(today))
                    .count() < (category == Category.COACH_MESSAGE ? 3 : 1), "the cap of a day", category, at);
            promise(before.stream().filter(one -> COUNTED.contains(one.category())
                    && one.at().isAfter(at.minus(Duration.ofDays(7)))).count() < 6, "six in seven days", at);
        }
        if (channel == Channel.PUSH && (COUNTED.contains(category) || category == Category.DIGEST)) {
            promise(before.stream().noneMatch(one -> one.at().isAfter(at.minus(Duration.ofHours(4)))),
                    "four hours between pushes", at);
        }
        before.add(new Sent(category, at));
        before.removeIf(one -> one.at().isBefore(at.minus(Duration.ofDays(8))));
    }

    private static void promise(boolean kept, String promise, Object... details) {
        if (!kept) {
            throw new AssertionError("Not kept: " + promise + " " + Arrays.toString(details));
        }
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
        compared++;
        assertThat(differences).as("differences at %s", now).isEmpty();
        assertThat(shards.values().stream().mapToLong(shard -> shard.waiting().size()).sum()).isEqualTo(open.size());
    }

    /** Everything has ended, and what came is what ended. */
    void close() {
        assertThat(open).isEmpty();
        assertThat(accepted).isEqualTo(ended);
    }

    /** Takes over what other books hold, once they are closed. */
    void add(YearBooks other) {
        accepted += other.accepted;
        ended += other.ended;
        compared += other.compared;
        table.add(other.table);
    }

    String print() {
        return "accepted %d, ended %d, open %d, difference %d; books compared %d times%n%n%s".formatted(accepted, ended,
                open.size(), accepted - ended - open.size(), compared, table.print());
    }
}
