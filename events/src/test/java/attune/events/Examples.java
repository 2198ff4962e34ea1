package attune.events;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import attune.events.CoachingEvent.CaseAcknowledged;
import attune.events.CoachingEvent.CaseClosed;
import attune.events.CoachingEvent.CaseEscalated;
import attune.events.CoachingEvent.CaseNoted;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.CoachingEvent.CaseRaised;
import attune.events.CoachingEvent.FindingJudged;
import attune.events.CoachingEvent.NothingSuggested;
import attune.events.CoachingEvent.Proposal;
import attune.events.CoachingEvent.RiskRaised;
import attune.events.CoachingEvent.SharingBlocked;
import attune.events.CoachingEvent.SuggestionAnswered;
import attune.events.CoachingEvent.SuggestionBlocked;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.CoachingEvent.SuggestionProposed;
import attune.events.CoachingEvent.TierChanged;
import attune.events.CoachingEvent.TierLowered;
import attune.events.CoachingEvent.Withheld;
import attune.events.DeliveryEvent.DeviceRegistered;
import attune.events.DeliveryEvent.MailResubscribed;
import attune.events.DeliveryEvent.MailUnsubscribed;
import attune.events.DeliveryEvent.NotificationAttempted;
import attune.events.DeliveryEvent.NotificationDismissed;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationHeld;
import attune.events.DeliveryEvent.NotificationOpened;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.NotificationRedriven;
import attune.events.DeliveryEvent.NotificationWithdrawn;
import attune.events.DeliveryEvent.NotificationsDigested;
import attune.events.DeliveryEvent.PushSubscribed;
import attune.events.DeliveryEvent.PushUnsubscribed;
import attune.events.DeliveryEvent.ReminderDropped;
import attune.events.DeliveryEvent.ReminderFired;
import attune.events.DeliveryEvent.ReminderSet;
import attune.events.DeliveryEvent.Route;
import attune.events.DeliveryEvent.TargetAnswer;
import attune.events.DeliveryEvent.WebhookRegistered;
import attune.events.DeliveryEvent.WebhookRemoved;
import attune.events.DeliveryEvent.WebhookSecretChanged;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.Choice;
import attune.events.JournalEvent.CoachConsent;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.JournalEvent.DigestTime;
import attune.events.JournalEvent.EmailPreference;
import attune.events.JournalEvent.ItemAnswer;
import attune.events.JournalEvent.MeasureAnswered;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.QuietDay;
import attune.events.JournalEvent.QuietHours;
import attune.events.JournalEvent.ReminderTime;
import attune.events.JournalEvent.Score;

/**
 * One evening of Anna's, as it stands on the logs: of each type the event with all it can hold, and the event with the
 * least. What the golden files hold, said in Java.
 */
final class Examples {

    static final PersonId ANNA = PersonId.of("client-1");
    static final OffsetDateTime EVENING_IN_BERLIN = OffsetDateTime.parse("2026-11-23T21:04:00+01:00");
    static final Instant RECORDED = Instant.parse("2026-11-23T20:31:07.042Z");

    private static final CheckInId CHECK_IN = CheckInId.of("019ab1f0-6a00-7c3e-9d21-5f0e8b7a1c01");
    private static final ConflictId CONFLICT = ConflictId.of("019ab1f2-0c40-7a55-8e10-3b9d6c2f4a02");
    private static final EntryId ENTRY = EntryId.of("019ab1f9-3d80-7b66-a4f3-77c1e05d9b03");
    private static final Subject ABOUT_CHECK_IN = new Subject(SubjectKind.CHECK_IN, CHECK_IN.value());
    private static final Subject ABOUT_CONFLICT = new Subject(SubjectKind.CONFLICT, CONFLICT.value());
    private static final EventId CAUSE = EventId.about(ANNA, EventType.CHECKIN_RECORDED, CHECK_IN.toString());
    private static final SuggestionId SUGGESTION = SuggestionId.derivedFrom(CAUSE, "R02");
    private static final Subject ABOUT_SUGGESTION = new Subject(SubjectKind.SUGGESTION, SUGGESTION.value());
    private static final NotificationId NOTIFICATION = NotificationId.derivedFrom(CAUSE, "suggestion");
    private static final NotificationId DIGEST = NotificationId.digestOf(Channel.EMAIL, List.of(NOTIFICATION));
    private static final AnswersId ANSWERS = AnswersId.of("019ab1fa-1180-7c21-b6d4-2e9f5a3c8d04");
    private static final PersonId COACH = PersonId.of("coach-1");
    private static final CaseId CASE = CaseId.derivedFrom(CAUSE);
    private static final FoundRisk FOUND = new FoundRisk(FindingId.derivedFrom(CAUSE, 0), RiskFamily.HOPELESS,
            ABOUT_CHECK_IN, "/note", 25, 50, Experiencer.SELF, false, Timing.NOW, 0.7, "hopeless-3", RiskTier.S1);
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private Examples() {}

    /** With every attribute and every component, in an offset that is not UTC. */
    static Envelope<Event> full(EventType type) {
        return new Envelope<>(id(type, "full"), ANNA, EVENING_IN_BERLIN, RECORDED, source(type.log()),
                cause(type.log()), TRACEPARENT, fullEvent(type));
    }

    /** With nothing that may be left out. */
    static Envelope<Event> minimal(EventType type) {
        return new Envelope<>(id(type, "minimal"), ANNA, OffsetDateTime.parse("2026-11-23T20:30:59.999Z"), RECORDED,
                source(type.log()), null, null, minimalEvent(type));
    }

    static Envelope<Event> envelope(Event event) {
        EventType type = EventType.of(event);
        return new Envelope<>(id(type, "some"), ANNA, EVENING_IN_BERLIN, RECORDED, source(type.log()), null, null,
                event);
    }

    private static Event fullEvent(EventType type) {
        return switch (type) {
            case CHECKIN_RECORDED -> new CheckInRecorded(CHECK_IN, About.PARTNER, 2, 3, 2, 1,
                    List.of(text("tense"), text("lonely")),
                    text("He said \"later\" again.\nI felt like I don't count. 😔 Müde."),
                    List.of(Audience.COACH, Audience.PARTNER), heard("/note", 25, "I felt like I don't count"));
            case CONFLICT_OPENED -> new ConflictOpened(CONFLICT, About.FAMILY, text("money"), 4, 5, true,
                    text("We argued about the rent, and I walked out."),
                    List.of(Conduct.CRITICISM, Conduct.STONEWALLING), 2, List.of(Audience.COACH),
                    heard("/whatHappened", 0, "We argued about the rent"));
            case CONFLICT_ENTRY_ADDED -> new ConflictEntryAdded(CONFLICT, ENTRY, EntryKind.REPAIR_TRIED, 30,
                    Repair.SORRY, 4, 3, text("I said I was sorry for shouting."),
                    heard("/note", 7, "I was sorry"));
            case MEASURE_ANSWERED -> new MeasureAnswered(ANSWERS, "hark", "2026-11-1",
                    List.of(new ItemAnswer("afraid", 1), new ItemAnswer("kicked", null)),
                    List.of(new Score("total", 1.0)), RiskTier.S2, "positive");
            case CONSENTS_CHANGED -> new ConsentsChanged(List.of(
                    new CoachConsent(PersonId.of("coach-1"), List.of(Scope.PULSE, Scope.TEXT, Scope.CONFLICTS)),
                    new CoachConsent(PersonId.of("coach-2"), List.of())));
            case PREFERENCES_CHANGED -> new PreferencesChanged("Europe/Berlin", "de-DE",
                    new QuietHours(LocalTime.of(21, 30), LocalTime.of(7, 0)),
                    new EmailPreference(text("anna@example.org"), true),
                    List.of(new QuietDay(Weekday.FRIDAY, new QuietHours(LocalTime.of(23, 0), LocalTime.of(10, 0))),
                            new QuietDay(Weekday.SATURDAY, null)),
                    List.of(new Choice(Category.REMINDER, Channel.PUSH, Level.OFF),
                            new Choice(Category.SUGGESTION, Channel.EMAIL, Level.DIGEST)),
                    Instant.parse("2026-12-01T08:00:00Z"), new DigestTime(Weekday.SUNDAY, LocalTime.of(17, 0)), true,
                    true, new ReminderTime(LocalTime.of(19, 30), List.of(Weekday.MONDAY, Weekday.THURSDAY)));
            case SUGGESTION_OFFERED -> new SuggestionOffered(SUGGESTION, "R02", "2026-11-1", "R02.time-out",
                    text("Take twenty minutes apart"), text("Your body needs a while to calm down."),
                    List.of(text("Say when you will be back."), text("Do something that soothes you.")),
                    text("You wrote that you are very worked up."), "B+", 20, ABOUT_CONFLICT,
                    Instant.parse("2026-11-23T20:31:07.042Z"), Instant.parse("2026-11-24T20:31:07.042Z"),
                    Map.of("arousal", "5", "about", "family", "stillGoingOn", "true"),
                    List.of(new Withheld("R08", "same-card-within-14-days")), List.of(Audience.COACH));
            case NOTHING_SUGGESTED -> new NothingSuggested("2026-11-1", "budget-spent", ABOUT_CHECK_IN,
                    List.of(new Withheld("R10", "same-family-within-3-days"), new Withheld("R12", "not-now")));
            case SUGGESTION_ANSWERED -> new SuggestionAnswered(SUGGESTION, Answer.WILL_DO, 4);
            case SUGGESTION_PROPOSED -> new SuggestionProposed("2026-11-1", ABOUT_CONFLICT, RECORDED,
                    List.of(new Proposal("R02", List.of("R02.time-out", "R02.settle"),
                            text("You wrote that you are very worked up."), Map.of("arousal", "5", "about", "family"),
                            ABOUT_CONFLICT, List.of(Audience.COACH))),
                    List.of(new Withheld("R12", "not-now")), List.of(Audience.COACH, Audience.PARTNER));
            case SUGGESTION_BLOCKED -> new SuggestionBlocked("R02", "2026-11-1", "R02.time-out", "regulation",
                    ABOUT_CONFLICT, RiskTier.S2, "couple-cards-blocked");
            case SHARING_BLOCKED -> new SharingBlocked(ABOUT_CHECK_IN, RiskTier.S2, "sharing-blocked");
            case RISK_RAISED -> new RiskRaised(ABOUT_CHECK_IN, RiskTier.S2, List.of("finding", "trajectory"),
                    List.of(FOUND), List.of(COACH), RECORDED);
            case TIER_CHANGED -> new TierChanged(RiskTier.S2, RiskTier.S1, CASE, RECORDED);
            case CASE_OPENED -> new CaseOpened(CASE, RiskTier.S2, ABOUT_CHECK_IN, RECORDED,
                    RECORDED.plusSeconds(14_400), ladder(), List.of(FOUND));
            case CASE_RAISED -> new CaseRaised(CASE, RiskTier.S3, true, ABOUT_CONFLICT, RECORDED,
                    RECORDED.plusSeconds(900), ladder(), List.of(FOUND));
            case CASE_ESCALATED -> new CaseEscalated(CASE, RiskTier.S2, 1, RungKind.BACKUP,
                    List.of(PersonId.of("coach-2")), RECORDED.plusSeconds(4_800));
            case CASE_ACKNOWLEDGED -> new CaseAcknowledged(CASE, COACH, RECORDED);
            case CASE_NOTED -> new CaseNoted(CASE, NoteId.of("019ab1f9-3d80-7b66-a4f3-77c1e05d9b05"),
                    text("I called; they have company tonight."), COACH, RECORDED);
            case FINDING_JUDGED -> new FindingJudged(CASE, FOUND.finding(), FOUND.family(), RiskTier.S1,
                    Judgement.ABOUT_OTHER, COACH, RECORDED);
            case TIER_LOWERED -> new TierLowered(CASE, RiskTier.S1, text("It was about a film."), COACH, RECORDED);
            case CASE_CLOSED -> new CaseClosed(CASE, text("We spoke twice; there is a plan."), COACH, RECORDED);
            case NOTIFICATION_PLANNED -> new NotificationPlanned(NOTIFICATION, Category.SUGGESTION, ABOUT_SUGGESTION,
                    text("Take twenty minutes apart"), text("Your body needs a while to calm down."),
                    Instant.parse("2026-11-23T20:31:08Z"), Instant.parse("2026-11-24T20:31:07.042Z"),
                    List.of(new Route(Channel.PUSH, null),
                            new Route(Channel.EMAIL, Instant.parse("2026-11-23T20:41:08Z"))),
                    ABOUT_CONFLICT, Notice.TIME_OUT);
            case NOTIFICATION_HELD -> new NotificationHeld(NOTIFICATION, Channel.EMAIL,
                    Instant.parse("2026-11-24T06:00:00Z"), Reason.QUIET_HOURS);
            case NOTIFICATION_ATTEMPTED -> new NotificationAttempted(NOTIFICATION, Channel.EMAIL, "smtp", 2,
                    AttemptOutcome.RETRYABLE_ERROR, Instant.parse("2026-11-24T06:05:00Z"),
                    List.of(new TargetAnswer(CHECK_IN.value(), AttemptOutcome.ACCEPTED, null),
                            new TargetAnswer(CONFLICT.value(), AttemptOutcome.RETRYABLE_ERROR,
                                    Instant.parse("2026-11-24T06:05:00Z"))));
            case NOTIFICATION_ENDED -> new NotificationEnded(NOTIFICATION, Channel.EMAIL, Ending.SUPERSEDED,
                    Reason.ALREADY_READ, Category.SUGGESTION);
            case NOTIFICATIONS_DIGESTED -> new NotificationsDigested(DIGEST, Channel.EMAIL, List.of(NOTIFICATION),
                    Instant.parse("2026-11-29T16:00:00Z"), Instant.parse("2026-12-06T16:00:00Z"));
            case PUSH_SUBSCRIBED -> new PushSubscribed(CHECK_IN.value(), text("https://push.example.org/s/1"),
                    text("BNc"), text("8eD"));
            case PUSH_UNSUBSCRIBED -> new PushUnsubscribed(CHECK_IN.value());
            case DEVICE_REGISTERED -> new DeviceRegistered(CHECK_IN.value(), DevicePlatform.IOS, text("00fc13adff78"));
            case MAIL_UNSUBSCRIBED -> new MailUnsubscribed(Category.SUGGESTION);
            case MAIL_RESUBSCRIBED -> new MailResubscribed(Category.SUGGESTION);
            case WEBHOOK_REGISTERED -> new WebhookRegistered(CHECK_IN.value(),
                    text("https://practice.example.org/attune"), text("q83vASNF"));
            case WEBHOOK_SECRET_CHANGED -> new WebhookSecretChanged(CHECK_IN.value(), text("q83vASNG"));
            case WEBHOOK_REMOVED -> new WebhookRemoved(CHECK_IN.value());
            case NOTIFICATION_WITHDRAWN -> new NotificationWithdrawn(NOTIFICATION, Reason.ACKNOWLEDGED);
            case NOTIFICATION_REDRIVEN -> new NotificationRedriven(NOTIFICATION, Channel.EMAIL, Category.SUGGESTION,
                    ABOUT_CONFLICT, true, PersonId.of("ops-1"));
            case REMINDER_SET -> new ReminderSet(ReminderKind.FOLLOW_UP, ABOUT_CONFLICT,
                    Instant.parse("2026-11-24T17:00:00Z"), 2);
            case REMINDER_FIRED -> new ReminderFired(ReminderKind.FOLLOW_UP, ABOUT_CONFLICT,
                    Instant.parse("2026-11-24T17:00:00Z"), Instant.parse("2026-11-25T17:00:00Z"));
            case REMINDER_DROPPED -> new ReminderDropped(ReminderKind.FOLLOW_UP, ABOUT_CONFLICT, Reason.DONE);
            case NOTIFICATION_OPENED -> new NotificationOpened(NOTIFICATION);
            case NOTIFICATION_DISMISSED -> new NotificationDismissed(NOTIFICATION);
        };
    }

    private static Event minimalEvent(EventType type) {
        return switch (type) {
            case CHECKIN_RECORDED -> new CheckInRecorded(CHECK_IN, About.SELF, 3, null, null, null, List.of(), null,
                    List.of(), null);
            case CONFLICT_OPENED -> new ConflictOpened(CONFLICT, About.WORK, null, null, null, false, null, List.of(),
                    null, List.of(), null);
            case CONFLICT_ENTRY_ADDED -> new ConflictEntryAdded(CONFLICT, ENTRY, EntryKind.RESOLVED, null, null, null,
                    null, null, null);
            case MEASURE_ANSWERED -> new MeasureAnswered(ANSWERS, "phq-2", "2026-11-1", List.of(), List.of(),
                    RiskTier.S0, null);
            case CONSENTS_CHANGED -> new ConsentsChanged(List.of());
            case PREFERENCES_CHANGED -> new PreferencesChanged(null, null, null, null);
            case SUGGESTION_OFFERED -> new SuggestionOffered(SUGGESTION, "R17", "2026-11-1", "R17.thanks",
                    text("Say thanks"),
                    text("Tell each other one thing you liked today."), List.of(), text("You had a good day."), "C", 5,
                    ABOUT_CHECK_IN, RECORDED, RECORDED.plusSeconds(86_400), Map.of(), List.of(), List.of());
            case NOTHING_SUGGESTED -> new NothingSuggested("2026-11-1", "nothing-fits", ABOUT_CHECK_IN, List.of());
            case SUGGESTION_ANSWERED -> new SuggestionAnswered(SUGGESTION, Answer.NOT_FOR_ME, null);
            case SUGGESTION_PROPOSED -> new SuggestionProposed("2026-11-1", ABOUT_CHECK_IN, RECORDED, List.of(),
                    List.of(), List.of());
            case RISK_RAISED -> new RiskRaised(ABOUT_CHECK_IN, RiskTier.S1, List.of(), List.of(), List.of(),
                    RECORDED);
            case TIER_CHANGED -> new TierChanged(RiskTier.S0, RiskTier.S1, null, RECORDED);
            case CASE_OPENED -> new CaseOpened(CASE, RiskTier.S3, ABOUT_CHECK_IN, RECORDED, RECORDED.plusSeconds(900),
                    List.of(), List.of());
            case CASE_RAISED -> new CaseRaised(CASE, RiskTier.S2, false, ABOUT_CHECK_IN, RECORDED,
                    RECORDED.plusSeconds(900), List.of(), List.of());
            case CASE_ESCALATED -> new CaseEscalated(CASE, RiskTier.S3, 2, RungKind.ON_CALL, List.of(), RECORDED);
            case TIER_LOWERED -> new TierLowered(null, RiskTier.S0, text("We spoke."), COACH, RECORDED);
            case CASE_CLOSED -> new CaseClosed(CASE, null, COACH, RECORDED);
            case SUGGESTION_BLOCKED, SHARING_BLOCKED, CASE_ACKNOWLEDGED, CASE_NOTED, FINDING_JUDGED ->
                fullEvent(type);
            case NOTIFICATION_ATTEMPTED -> new NotificationAttempted(NOTIFICATION, Channel.INBOX, "inbox", 1,
                    AttemptOutcome.ACCEPTED, null);
            case NOTIFICATION_ENDED -> new NotificationEnded(NOTIFICATION, Channel.INBOX, Ending.SENT,
                    Reason.DELIVERED, null);
            case NOTIFICATION_PLANNED -> new NotificationPlanned(NOTIFICATION, Category.SUGGESTION, ABOUT_SUGGESTION,
                    text("Take twenty minutes apart"), text("Your body needs a while to calm down."),
                    Instant.parse("2026-11-23T20:31:08Z"), Instant.parse("2026-11-24T20:31:07.042Z"), List.of(), null);
            case NOTIFICATIONS_DIGESTED -> new NotificationsDigested(DIGEST, Channel.PUSH, List.of(),
                    Instant.parse("2026-11-29T16:00:00Z"), Instant.parse("2026-12-06T16:00:00Z"));
            case NOTIFICATION_REDRIVEN -> new NotificationRedriven(NOTIFICATION, Channel.PUSH, Category.DIGEST, null,
                    false, PersonId.of("ops-1"));
            case REMINDER_SET -> new ReminderSet(ReminderKind.CHECK_IN, null, Instant.parse("2026-11-24T18:30:00Z"), 0);
            case REMINDER_FIRED -> new ReminderFired(ReminderKind.CHECK_IN, null,
                    Instant.parse("2026-11-24T18:30:00Z"), null);
            case REMINDER_DROPPED -> new ReminderDropped(ReminderKind.CHECK_IN, null, Reason.SWITCHED_OFF);
            case PUSH_SUBSCRIBED, PUSH_UNSUBSCRIBED, DEVICE_REGISTERED, MAIL_UNSUBSCRIBED, MAIL_RESUBSCRIBED,
                    WEBHOOK_REGISTERED,
                    WEBHOOK_SECRET_CHANGED, WEBHOOK_REMOVED, NOTIFICATION_WITHDRAWN, NOTIFICATION_HELD,
                    NOTIFICATION_OPENED, NOTIFICATION_DISMISSED ->
                fullEvent(type);
        };
    }

    private static Heard heard(String field, int start, String words) {
        Passage passage = new Passage(field, start, start + words.length(), text(words));
        return new Heard("2026-11-1", "en", Analysis.ANALYSED,
                List.of(new Cue(CueFamily.FEELING, passage, Experiencer.SELF, false, Timing.NOW, 0.6, "feeling-1")),
                List.of(new RiskFinding(RiskFamily.HOPELESS, passage, Experiencer.SELF, true, Timing.PAST, 0.7,
                        "hopeless-3", RiskTier.S1)));
    }

    private static List<Rung> ladder() {
        return List.of(new Rung(RungKind.ASSIGNED, List.of(COACH), RECORDED),
                new Rung(RungKind.BACKUP, List.of(PersonId.of("coach-2")), RECORDED.plusSeconds(4_800)));
    }

    private static @Nullable Cause cause(Log log) {
        return switch (log) {
            case JOURNAL -> null;
            case COACHING -> new Cause(CAUSE, new Position(Log.JOURNAL, 3, 1234));
            case DELIVERIES -> new Cause(EventId.derivedFrom(CAUSE, "R02"), new Position(Log.COACHING, 3, 567));
        };
    }

    private static EventId id(EventType type, String name) {
        return type.log() == Log.JOURNAL
                ? EventId.about(ANNA, type, name)
                : EventId.derivedFrom(CAUSE, type.wireName() + "/" + name);
    }

    private static String source(Log log) {
        return switch (log) {
            case JOURNAL -> "checkin-service";
            case COACHING -> "coach-service";
            case DELIVERIES -> "notification-service";
        };
    }

    private static PrivateText text(String value) {
        return PrivateText.of(value);
    }
}
