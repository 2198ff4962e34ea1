package attune.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;

import attune.eventlog.folds.Decision;
import attune.events.AttemptOutcome;
import attune.events.Category;
import attune.events.Channel;
import attune.events.CoachingEvent;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationAttempted;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationOpened;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.NotificationsDigested;
import attune.events.DeliveryEvent.PushSubscribed;
import attune.events.DeliveryEvent.Route;
import attune.events.Ending;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.events.Reason;
import attune.events.Subject;
import attune.events.SubjectKind;
import attune.events.SuggestionId;
import attune.notification.delivery.Round.Action;
import attune.notification.inbox.InboxFold;
import attune.notification.inbox.Notification;
import attune.notification.planning.Burden;
import attune.notification.planning.Contacts;
import attune.notification.planning.Planner;
import attune.notification.planning.PlannerFold;
import attune.notification.queue.Shard;
import attune.notification.recipients.Recipient;

/**
 * A year of many people on a clock that jumps from one thing that happens to the next: through the real folds, the real
 * queue and the real planner, with a provider that now and then is busy, refuses, or is away with everything for hours.
 */
final class VirtualYear {

    private static final Instant BEGINS = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 365;
    private static final int PARTITIONS = 12;

    /** Longer than anything waits, and than anybody takes to open something. */
    private static final Duration REMEMBERED = Duration.ofDays(16);

    private static final List<Route> ROUTES = List.of(new Route(Channel.PUSH, null), new Route(Channel.EMAIL, null));

    private static final PushSubscribed DEVICE = new PushSubscribed(new UUID(4, 4), text(), text(), text());

    private final VirtualLog log = new VirtualLog(PARTITIONS);
    private final InboxFold inbox = new InboxFold();
    private final PlannerFold suggestions = new PlannerFold();
    private final DueQueue queue = new DueQueue(Duration.ofHours(1));
    private final DeliverySettings settings = DeliverySettings.defaults();
    private final Planner planner = new Planner(Burden.DEFAULT);
    private final Map<PersonId, VirtualPerson> people = new HashMap<>();
    private final Deque<Told> told = new ArrayDeque<>();
    private final PriorityQueue<Happening> happenings = new PriorityQueue<>(Comparator.comparing(Happening::at));
    private final RandomGenerator random;
    private final YearBooks books;
    private Instant now = BEGINS;

    /**
     * The year of some people.
     *
     * @param first the number of the first of them
     * @param number how many they are
     */
    VirtualYear(int first, int number, RandomGenerator random, YearBooks books) {
        this.random = random;
        this.books = books;
        for (int i = first; i < first + number; i++) {
            VirtualPerson person = VirtualPerson.any(i, BEGINS, random);
            people.put(person.id(), person);
            happenings.add(new Happening(BEGINS.plus(Duration.ofMinutes(random.nextInt(1_440))), () -> day(person, 0)));
        }
    }

    /** Lets the year pass, and as much of the next as it takes until nothing waits. */
    void pass() {
        while (true) {
            Instant next = happenings.isEmpty() ? Instant.MAX : happenings.peek().at();
            Instant due = queue.waiting().isEmpty()
                    ? Instant.MAX
                    : afterOutage(queue.waiting().iterator().next().lookAt());
            Instant sooner = due.isBefore(next) ? due : next;
            if (sooner.equals(Instant.MAX)) {
                return;
            }
            now = sooner.isAfter(now) ? sooner : now;
            if (due.isBefore(next)) {
                look();
            } else {
                happenings.remove().what().run();
            }
        }
    }

    Map<String, Shard> shards() {
        Map<String, Shard> shards = new TreeMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            Shard.documentIds(partition).forEach(id -> shards.put(id, log.find(Shard.DOCUMENT, id)));
        }
        return shards;
    }

    /** Every three weeks nothing is sent for nine hours. */
    private static Instant afterOutage(Instant at) {
        long hour = Duration.between(BEGINS, at).toHours();
        long begun = hour % (21 * 24);
        return begun >= 10 && begun < 19 ? BEGINS.plus(Duration.ofHours(hour - begun + 19)) : at;
    }

    /** Stories that are over and will not be opened any more are not kept for ever; one that is open is. */
    private void forgetOldStories() {
        while (!told.isEmpty() && told.getFirst().at().isBefore(now.minus(REMEMBERED))) {
            Told oldest = told.removeFirst();
            if (books.isOpen(oldest.notification())) {
                told.add(new Told(now, oldest.person(), oldest.notification()));
            } else {
                log.forget(Notification.DOCUMENT,
                        Notification.documentId(oldest.person(), oldest.notification()));
            }
        }
    }

    /** What one day brings a person, and then the next day. */
    private void day(VirtualPerson person, int day) {
        forgetOldStories();
        if (random.nextInt(people.size()) == 0) {
            books.compare(shards(), now);
        }
        if (random.nextInt(10) < 7) {
            suggest(person);
        }
        if (random.nextInt(10) < 3) {
            suggest(person);
        }
        for (Category category : List.of(Category.REMINDER, Category.COACH_MESSAGE, Category.APPOINTMENT,
                Category.SAFETY, Category.ACCOUNT)) {
            int often = switch (category) {
                case REMINDER -> 100;
                case COACH_MESSAGE -> 30;
                case APPOINTMENT -> 10;
                default -> 1;
            };
            if (random.nextInt(100) < often) {
                plan(person, category);
            }
        }
        if (day + 1 < DAYS) {
            happenings.add(new Happening(now.plus(Duration.ofMinutes(1_000 + random.nextInt(880))),
                    () -> day(person, day + 1)));
        }
    }

    private void suggest(VirtualPerson person) {
        EventId id = log.nextId();
        Subject conflict = new Subject(SubjectKind.CONFLICT, new UUID(5, random.nextInt(3)));
        CoachingEvent offered = new SuggestionOffered(
                new SuggestionId(new UUID(6, id.value().getLeastSignificantBits())),
                "R02", "2026-11-1", "R02.time-out", text(), text(), List.of(), text(), "B", 20, conflict, now,
                now.plus(Duration.ofHours(random.nextInt(4) == 0 ? 4 : 24)), Map.of(), List.of(), List.of());
        List<Decision> decisions = new ArrayList<>();
        log.append(suggestions, person.id(), id, offered, now, decisions::add);
        for (Decision decision : decisions) {
            append(person.id(), EventId.derivedFrom(id, decision.rule()), (DeliveryEvent) decision.event());
        }
    }

    private void plan(VirtualPerson person, Category category) {
        EventId id = log.nextId();
        NotificationId notification = NotificationId.derivedFrom(id, category.wireName());
        append(person.id(), id, new NotificationPlanned(notification, category,
                new Subject(SubjectKind.REMINDER, id.value()), text(), text(), now, now.plus(Duration.ofHours(12)),
                ROUTES, null));
        append(person.id(), EventId.derivedFrom(id, "inbox"),
                new NotificationEnded(notification, Channel.INBOX, Ending.SENT, Reason.DELIVERED, category));
    }

    private void append(PersonId person, EventId id, DeliveryEvent event) {
        log.append(inbox, person, id, event, now, _ -> {});
        books.happened(event, now);
        switch (event) {
            case NotificationPlanned planned -> {
                told.add(new Told(now, person, planned.notification()));
                if (random.nextDouble() < person(person).opens()) {
                    happenings.add(new Happening(now.plus(Duration.ofMinutes(random.nextInt(5_000))),
                            () -> append(person, log.nextId(), new NotificationOpened(planned.notification()))));
                }
            }
            case NotificationsDigested digested -> told.add(new Told(now, person, digested.digest()));
            default -> {
            }
        }
        int partition = log.partition(person);
        String shard = Shard.documentId(partition, person);
        queue.put(partition, shard, log.find(Shard.DOCUMENT, shard), now);
    }

    private void look() {
        List<Due> due = queue.withTheirOthers(queue.due(now, 1, _ -> 1), now);
        Round round = new Round(planner, settings, now);
        for (Due one : due) {
            VirtualPerson person = person(one.waiting().person());
            Notification notification = log.find(Notification.DOCUMENT,
                    Notification.documentId(person.id(), one.waiting().notification()));
            Addressee addressee = new Addressee(new Recipient(person.wishes(), false),
                    person.hasPush() ? List.of(DEVICE) : List.of(),
                    log.find(Contacts.DOCUMENT, person.id().value()));
            act(one, person, round.decide(one, notification, addressee));
        }
        round.digests().forEach(digest -> append(digest.person(),
                EventId.about(digest.person(), EventType.NOTIFICATIONS_DIGESTED,
                        digest.event().digest().toString()),
                digest.event()));
    }

    private void act(Due due, VirtualPerson person, Action action) {
        switch (action) {
            case Action.Send _ -> send(due, person);
            case Action.Append(DeliveryEvent event) -> append(person.id(), log.nextId(), event);
            case Action.Postpone _ -> queue.postpone(due, now);
            case Action.Wait _ -> {
            }
        }
    }

    private void send(Due due, VirtualPerson person) {
        int luck = random.nextInt(100);
        int attempt = due.waiting().attempts() + 1;
        NotificationId id = due.waiting().notification();
        Channel channel = due.waiting().channel();
        if (luck < 4) {
            append(person.id(), log.nextId(), new NotificationAttempted(id, channel, "virtual", attempt,
                    AttemptOutcome.RETRYABLE_ERROR, now.plusSeconds(10L * attempt)));
            return;
        }
        boolean sent = luck < 99;
        append(person.id(), log.nextId(), new NotificationAttempted(id, channel, "virtual", attempt,
                sent ? AttemptOutcome.ACCEPTED : AttemptOutcome.PERMANENT_ERROR, null));
        if (sent) {
            books.sent(person, due.waiting().category(), channel, now);
        }
        append(person.id(), log.nextId(), new NotificationEnded(id, channel, sent ? Ending.SENT : Ending.DEAD,
                sent ? Reason.DELIVERED : Reason.REFUSED_BY_PROVIDER, due.waiting().category()));
    }

    private VirtualPerson person(PersonId id) {
        return Objects.requireNonNull(people.get(id));
    }

    private static PrivateText text() {
        return PrivateText.of("x");
    }

    private record Happening(Instant at, Runnable what) {}

    private record Told(Instant at, PersonId person, NotificationId notification) {}
}
