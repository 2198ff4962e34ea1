package attune.notification.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import attune.eventlog.documents.DocumentKey;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.AttemptOutcome;
import attune.events.Category;
import attune.events.Channel;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationAttempted;
import attune.events.DeliveryEvent.NotificationDismissed;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationHeld;
import attune.events.DeliveryEvent.NotificationOpened;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.NotificationsDigested;
import attune.events.DeliveryEvent.TargetAnswer;
import attune.events.Ending;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.Log;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.Position;
import attune.events.PrivateText;
import attune.events.Reason;
import attune.events.Subject;
import attune.events.SubjectKind;
import attune.notification.planning.Contacts;
import attune.notification.queue.Shard;
import attune.notification.queue.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

class InboxFoldTests {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BEN = PersonId.of("ben");
    private static final NotificationId NOTE = new NotificationId(new UUID(1, 1));

    private final InboxFold fold = new InboxFold();
    private final Map<DocumentKey<?>, Record> documents = new HashMap<>();
    private int events;

    @Test
    void tellsTheStoryOfADelivery() {
        apply(ANNA, planned(NOTE));
        apply(ANNA, new NotificationEnded(NOTE, Channel.INBOX, Ending.SENT, Reason.DELIVERED));
        apply(ANNA, new NotificationHeld(NOTE, Channel.EMAIL, START.plusSeconds(60), Reason.QUIET_HOURS));
        apply(ANNA, attempted(NOTE, 1, AttemptOutcome.RETRYABLE_ERROR, START.plusSeconds(90)));
        apply(ANNA, attempted(NOTE, 2, AttemptOutcome.ACCEPTED, null));
        apply(ANNA, new NotificationEnded(NOTE, Channel.EMAIL, Ending.SENT, Reason.DELIVERED));

        assertThat(notification(ANNA, NOTE).steps()).extracting(Step::step).containsExactly(Step.Kind.PLANNED,
                Step.Kind.ENDED, Step.Kind.HELD, Step.Kind.ATTEMPTED, Step.Kind.ATTEMPTED, Step.Kind.ENDED);
        assertThat(notification(ANNA, NOTE).endings()).extracting(Notification.Ended::channel)
                .containsExactly(Channel.INBOX, Channel.EMAIL);
        assertThat(outsideTheInbox(ANNA)).isEmpty();
    }

    @Test
    void keepsTheFirstEndingOfAChannel() {
        apply(ANNA, planned(NOTE));
        apply(ANNA, new NotificationEnded(NOTE, Channel.EMAIL, Ending.SENT, Reason.DELIVERED));
        apply(ANNA, new NotificationEnded(NOTE, Channel.EMAIL, Ending.EXPIRED, Reason.TOO_LATE));

        assertThat(notification(ANNA, NOTE).ending(Channel.EMAIL).orElseThrow().ending()).isEqualTo(Ending.SENT);
    }

    @Test
    void countsALongHoldAsOneStep() {
        apply(ANNA, planned(NOTE));
        for (int hour = 1; hour < 50; hour++) {
            apply(ANNA, new NotificationHeld(NOTE, Channel.EMAIL, START.plus(Duration.ofHours(hour)),
                    Reason.UNKNOWN_ZONE));
        }

        assertThat(notification(ANNA, NOTE).steps()).hasSize(2);
        assertThat(notification(ANNA, NOTE).steps().getLast().until()).isEqualTo(START.plus(Duration.ofHours(49)));
        assertThat(outsideTheInbox(ANNA).getFirst().steps()).isEqualTo(49);
    }

    @Test
    void remembersWhatEachWebhookSaidLastUntilAllIsOver() {
        TargetAnswer taken = new TargetAnswer(new UUID(5, 1), AttemptOutcome.ACCEPTED, null);
        TargetAnswer busy = new TargetAnswer(new UUID(5, 2), AttemptOutcome.RETRYABLE_ERROR, START.plusSeconds(90));
        TargetAnswer refused = new TargetAnswer(new UUID(5, 2), AttemptOutcome.PERMANENT_ERROR, null);
        apply(ANNA, planned(NOTE));
        apply(ANNA, attempted(1, List.of(taken, busy)));
        assertThat(outsideTheInbox(ANNA).getFirst().answers()).containsExactly(taken, busy);

        apply(ANNA, attempted(2, List.of(refused)));
        apply(ANNA, new NotificationHeld(NOTE, Channel.EMAIL, START.plusSeconds(99), Reason.QUIET_HOURS));
        apply(ANNA, attempted(NOTE, 3, AttemptOutcome.RETRYABLE_ERROR, START.plusSeconds(120)));

        assertThat(outsideTheInbox(ANNA).getFirst().answers()).containsExactly(taken, refused);
    }

    private static NotificationAttempted attempted(int attempt, List<TargetAnswer> answers) {
        return new NotificationAttempted(NOTE, Channel.EMAIL, "webhook", attempt, AttemptOutcome.RETRYABLE_ERROR,
                START.plusSeconds(60), answers);
    }

    @Test
    void neverGoesBackFromDismissed() {
        apply(ANNA, planned(NOTE));
        apply(ANNA, new NotificationDismissed(NOTE));
        apply(ANNA, new NotificationOpened(NOTE));

        assertThat(notification(ANNA, NOTE).reading()).isEqualTo(Reading.DISMISSED);
        assertThat(notification(ANNA, NOTE).steps()).hasSize(2);
    }

    @Test
    void looksAtOnceAtWhatWasReadWhileItWasHeld() {
        apply(ANNA, planned(NOTE));
        apply(ANNA, new NotificationHeld(NOTE, Channel.EMAIL, START.plus(Duration.ofHours(9)), Reason.QUIET_HOURS));
        Instant opened = apply(ANNA, new NotificationOpened(NOTE));

        assertThat(outsideTheInbox(ANNA).getFirst().dueAt()).isEqualTo(opened);
    }

    @Test
    void leavesAloneWhatBelongsToSomebodyElse() {
        apply(ANNA, planned(NOTE));
        apply(BEN, new NotificationOpened(NOTE));
        apply(BEN, new NotificationEnded(NOTE, Channel.EMAIL, Ending.SENT, Reason.DELIVERED));

        assertThat(notification(ANNA, NOTE).reading()).isEqualTo(Reading.UNREAD);
        assertThat(notification(BEN, NOTE).told()).isNull();
        assertThat(outsideTheInbox(ANNA)).hasSize(1);
    }

    @Test
    void listsEachNotificationOnceAndNewestFirst() {
        List<NotificationId> notes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            notes.add(new NotificationId(new UUID(2, i)));
        }
        List<NotificationId> twice = new ArrayList<>(notes);
        twice.addAll(notes);
        Collections.shuffle(twice, new Random(7));
        twice.forEach(note -> apply(ANNA, planned(note)));

        MonthPage page = (MonthPage) Objects.requireNonNull(
                documents.get(new DocumentKey<>(MonthPage.DOCUMENT, "anna/2026-11")));
        assertThat(page.entries()).hasSize(40).isSortedAccordingTo(MonthPage.NEWEST_FIRST);
        assertThat(outsideTheInbox(ANNA)).hasSize(40);
    }

    @Test
    void endsAllThatGoIntoADigestAndOpensItInTheirPlace() {
        NotificationId other = new NotificationId(new UUID(1, 2));
        apply(ANNA, planned(NOTE));
        apply(ANNA, planned(other));
        apply(ANNA, new NotificationHeld(NOTE, Channel.EMAIL, START.plusSeconds(60), Reason.CAPPED));
        NotificationId digest = NotificationId.digestOf(Channel.EMAIL, List.of(NOTE, other));

        apply(ANNA,
                new NotificationsDigested(digest, Channel.EMAIL, List.of(NOTE, other), START, START.plusSeconds(9)));
        apply(ANNA,
                new NotificationsDigested(digest, Channel.EMAIL, List.of(NOTE, other), START, START.plusSeconds(9)));

        assertThat(notification(ANNA, NOTE).ending(Channel.EMAIL).orElseThrow().ending()).isEqualTo(Ending.DIGESTED);
        assertThat(notification(ANNA, NOTE).ending(Channel.EMAIL).orElseThrow().reason()).isEqualTo(Reason.CAPPED);
        assertThat(outsideTheInbox(ANNA)).extracting(Waiting::notification).containsExactly(digest);
        assertBalanced(shard(ANNA));
    }

    @Test
    void looksAgainAtWhatALaterOneReplaces() {
        Subject conflict = new Subject(SubjectKind.CONFLICT, new UUID(5, 5));
        NotificationId later = new NotificationId(new UUID(1, 2));
        apply(ANNA, about(NOTE, conflict));
        apply(ANNA, new NotificationHeld(NOTE, Channel.EMAIL, START.plusSeconds(60), Reason.QUIET_HOURS));
        apply(ANNA, about(later, conflict));

        assertThat(outsideTheInbox(ANNA)).extracting(Waiting::withdrawn).containsExactly(Reason.REPLACED, null);
        assertThat(outsideTheInbox(ANNA)).extracting(Waiting::dueAt).allMatch(at -> at.isBefore(START.plusSeconds(60)));
    }

    @Test
    void remembersWhatWasSentAndForgetsSilenceAtAReaction() {
        apply(ANNA, planned(NOTE));
        apply(ANNA, new NotificationEnded(NOTE, Channel.INBOX, Ending.SENT, Reason.DELIVERED, Category.SUGGESTION));
        apply(ANNA, new NotificationEnded(NOTE, Channel.EMAIL, Ending.SENT, Reason.DELIVERED, Category.SUGGESTION));
        assertThat(contacts(ANNA).sent()).hasSize(1);
        assertThat(contacts(ANNA).unanswered()).hasSize(1);

        apply(ANNA, new NotificationOpened(NOTE));

        assertThat(contacts(ANNA).sent()).hasSize(1);
        assertThat(contacts(ANNA).unanswered()).isEmpty();
    }

    private static void assertBalanced(Shard shard) {
        long open = shard.ledger().stream().mapToLong(tally -> tally.accepted() - tally.endedInAll()).sum();
        assertThat(open).isEqualTo(shard.waiting().size());
    }

    private Contacts contacts(PersonId person) {
        return (Contacts) Objects.requireNonNull(documents.get(
                new DocumentKey<>(Contacts.DOCUMENT, person.value())));
    }

    private static NotificationPlanned about(NotificationId id, Subject origin) {
        return new NotificationPlanned(id, Category.SUGGESTION, new Subject(SubjectKind.SUGGESTION, id.value()),
                PrivateText.of("title"), PrivateText.of("body"), START, START.plus(Duration.ofDays(3)), List.of(),
                origin);
    }

    private Instant apply(PersonId person, DeliveryEvent event) {
        Instant at = START.plusSeconds(events);
        EventId id = new EventId(new UUID(9, events));
        Recorded<DeliveryEvent> recorded = new Recorded<>(new Position(Log.DELIVERIES, 3, events++),
                new Envelope<>(id, person, at.atOffset(ZoneOffset.UTC), at, "test", null, null, event));
        fold.updates(recorded).forEach(this::change);
        return at;
    }

    @SuppressWarnings("unchecked")
    private <S extends Record> void change(Update<S> update) {
        S before = (S) documents.getOrDefault(new DocumentKey<>(update.kind(), update.id()), update.kind().initial());
        documents.put(new DocumentKey<>(update.kind(), update.id()), update.change().apply(before).state());
    }

    private Notification notification(PersonId person, NotificationId id) {
        return (Notification) Objects.requireNonNull(documents.get(
                new DocumentKey<>(Notification.DOCUMENT, Notification.documentId(person, id))));
    }

    private Shard shard(PersonId person) {
        return (Shard) Objects.requireNonNull(documents.get(
                new DocumentKey<>(Shard.DOCUMENT, Shard.documentId(3, person))));
    }

    private List<Waiting> outsideTheInbox(PersonId person) {
        return shard(person).waiting().stream().filter(one -> one.channel() != Channel.INBOX).toList();
    }

    private static NotificationPlanned planned(NotificationId id) {
        return new NotificationPlanned(id, Category.SUGGESTION, new Subject(SubjectKind.SUGGESTION, new UUID(4, 4)),
                PrivateText.of("title"), PrivateText.of("body"),
                START.plusSeconds(id.value().getLeastSignificantBits()),
                START.plus(Duration.ofDays(3)));
    }

    private static NotificationAttempted attempted(NotificationId id, int attempt, AttemptOutcome outcome,
            @Nullable Instant retryAt) {
        return new NotificationAttempted(id, Channel.EMAIL, "smtp", attempt, outcome, retryAt);
    }
}
