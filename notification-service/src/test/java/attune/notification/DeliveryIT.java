package attune.notification;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import attune.events.CaseId;
import attune.events.Channel;
import attune.events.CoachingEvent.CaseAcknowledged;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.ConflictId;
import attune.events.EntryId;
import attune.events.EntryKind;
import attune.events.EventId;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.DigestTime;
import attune.events.JournalEvent.EmailPreference;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.events.RiskTier;
import attune.events.Rung;
import attune.events.RungKind;
import attune.events.Subject;
import attune.events.SubjectKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** When a mail goes out and when it does not. The clock is put forward now and then; each test has its own person. */
class DeliveryIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String ZONE = "Australia/Lord_Howe";

    @TempDir
    static Path folder;

    private static World world;
    private static Service service;

    @BeforeAll
    static void start() {
        world = World.start(folder);
        service = world.service("delivery", "--attune.notification.delivery.limits.suggestions-a-day=1");
    }

    @AfterAll
    static void stop() {
        service.close();
        world.close();
    }

    @Test
    void holdsInQuietHoursAndSendsAfterThem() {
        world.writer.prefer("lea", ZONE, Quiet.now(world.clock, ZONE), "lea@attune.example");
        NotificationId id = world.writer.suggest("lea");
        awaitHistory("lea", id, "planned", "ended inbox sent delivered", "held email quiet-hours");
        assertThat(world.mails(id)).isEmpty();

        world.clock.putForward(Duration.ofMinutes(61));

        awaitHistory("lea", id, "planned", "ended inbox sent delivered", "held email quiet-hours",
                "attempted email accepted", "ended email sent delivered");
        assertThat(world.mails(id)).hasSize(1);
    }

    @Test
    void waitsForTheZoneAndSendsOnceItIsSaid() {
        world.writer.prefer("mia", null, Quiet.later(world.clock, ZONE), "mia@attune.example");
        NotificationId id = world.writer.suggest("mia");
        awaitHistory("mia", id, "planned", "ended inbox sent delivered", "held email unknown-zone");

        world.writer.prefer("mia", ZONE, Quiet.later(world.clock, ZONE), "mia@attune.example");

        awaitHistory("mia", id, "planned", "ended inbox sent delivered", "held email unknown-zone",
                "attempted email accepted", "ended email sent delivered");
        assertThat(world.mails(id)).hasSize(1);
    }

    @Test
    void saysWhyNoMailWasSent() {
        NotificationId toNobody = world.writer.suggest("nik");
        world.writer.append("ole", new PreferencesChanged(ZONE, "en", Quiet.later(world.clock, ZONE),
                new EmailPreference(PrivateText.of("ole@attune.example"), false)));
        NotificationId toOle = world.writer.suggest("ole");

        awaitHistory("nik", toNobody, "planned", "ended inbox sent delivered", "ended email muted no-address");
        awaitHistory("ole", toOle, "planned", "ended inbox sent delivered", "ended email muted switched-off");
        assertThat(world.mails(toOle)).isEmpty();
    }

    @Test
    void sendsNothingThatWasReadMeanwhile() {
        world.writer.prefer("pia", ZONE, Quiet.now(world.clock, ZONE), "pia@attune.example");
        NotificationId id = world.writer.suggest("pia");
        awaitHistory("pia", id, "planned", "ended inbox sent delivered", "held email quiet-hours");

        assertThat(service.mark("pia", id, "opened").statusCode()).isEqualTo(200);

        awaitHistory("pia", id, "planned", "ended inbox sent delivered", "held email quiet-hours", "opened inbox",
                "ended email superseded already-read");
        assertThat(world.mails(id)).isEmpty();
    }

    @Test
    void sendsNothingThatIsOfNoMoreUse() {
        world.writer.prefer("rob", null, Quiet.later(world.clock, ZONE), "rob@attune.example");
        NotificationId id = world.writer.suggest("rob", Duration.ofMinutes(10));
        awaitHistory("rob", id, "planned", "ended inbox sent delivered", "held email unknown-zone");

        world.clock.putForward(Duration.ofMinutes(11));

        awaitHistory("rob", id, "planned", "ended inbox sent delivered", "held email unknown-zone",
                "ended email expired too-late");
        assertThat(world.mails(id)).isEmpty();
    }

    @Test
    void keepsTheSecondOfADayForTheDigestAndSendsThat() {
        DigestTime soon = new DigestTime(null, world.clock.instant().plus(Duration.ofMinutes(30))
                .atZone(ZoneId.of(ZONE)).toLocalTime().truncatedTo(ChronoUnit.MINUTES));
        world.writer.append("tom", new PreferencesChanged(ZONE, "en", Quiet.later(world.clock, ZONE),
                new EmailPreference(PrivateText.of("tom@attune.example"), true), List.of(), List.of(), null, soon,
                false,
                false));
        NotificationId first = world.writer.suggest("tom");
        awaitHistory("tom", first, "planned", "ended inbox sent delivered", "attempted email accepted",
                "ended email sent delivered");
        NotificationId second = world.writer.suggest("tom");
        NotificationId third = world.writer.suggest("tom");
        awaitHistory("tom", second, "planned", "ended inbox sent delivered", "held email capped");
        awaitHistory("tom", third, "planned", "ended inbox sent delivered", "held email capped");

        world.clock.putForward(Duration.ofMinutes(31));

        awaitHistory("tom", second, "planned", "ended inbox sent delivered", "held email capped",
                "ended email digested capped");
        NotificationId digest = NotificationId.digestOf(Channel.EMAIL, List.of(second, third));
        awaitHistory("tom", digest, "planned", "attempted email accepted", "ended email sent delivered");
        assertThat(world.mails(digest)).hasSize(1);
        assertThat(service.inbox("tom")).hasSize(3);
    }

    @Test
    void setsAsideAnAddressThatIsNone() {
        world.writer.prefer("sam", ZONE, Quiet.later(world.clock, ZONE),
                "sam@attune.example, everybody@attune.example");
        NotificationId id = world.writer.suggest("sam");

        awaitHistory("sam", id, "planned", "ended inbox sent delivered", "attempted email invalid-target",
                "ended email dead refused-by-provider");
        assertThat(world.mails(id)).isEmpty();
    }

    @Test
    void asksACoachByMailIfTheyDoNotReadOfACase() {
        world.writer.prefer("coach-1", null, null, "coach@attune.example");
        NotificationId notice = openCase("client-7", new UUID(8, 1), "coach-1");
        awaitHistory("coach-1", notice, "planned", "ended inbox sent delivered");
        assertThat(world.mails(notice)).isEmpty();

        world.clock.putForward(Duration.ofMinutes(11));

        await().atMost(LONG).untilAsserted(() -> assertThat(world.mails(notice)).hasSize(1));
        awaitHistory("coach-1", notice, "planned", "ended inbox sent delivered",
                "attempted email accepted", "ended email sent delivered");
    }

    @Test
    void asksNobodyElseOnceACaseIsAcknowledged() {
        world.writer.prefer("coach-2", null, null, "other@attune.example");
        NotificationId notice = openCase("client-8", new UUID(8, 2), "coach-2");
        awaitHistory("coach-2", notice, "planned", "ended inbox sent delivered");

        world.writer.append("client-8", new CaseAcknowledged(new CaseId(new UUID(8, 2)), PersonId.of("coach-1"),
                world.clock.instant()));

        awaitHistory("coach-2", notice, "planned", "ended inbox sent delivered", "ended push superseded acknowledged",
                "ended email superseded acknowledged");
        assertThat(world.mails(notice)).isEmpty();
    }

    @Test
    void keepsTheAppointmentAtTheEndOfATimeOutInTheLanguageOfItsReader() {
        EventId entry = world.writer.append("vic", new ConflictEntryAdded(new ConflictId(new UUID(8, 5)),
                new EntryId(new UUID(8, 6)), EntryKind.TIME_OUT, 20, null, null, null, null, null));
        NotificationId appointment = NotificationId.derivedFrom(entry, "appointment");

        awaitHistory("vic", appointment, "planned", "ended inbox sent delivered");
        assertThat(service.inbox("vic").getFirst().path("title").asString()).isEqualTo("Your time-out");

        world.writer.prefer("vic", ZONE, null, null); // and that they read German
        await().atMost(LONG).untilAsserted(() -> assertThat(service.inbox("vic").getFirst().path("title").asString())
                .isEqualTo("Deine Auszeit"));
        assertThat(service.get("vic", "/api/v1/notifications/" + appointment).body()).contains("Deine Auszeit");

        world.writer.append("vic", new ConflictEntryAdded(new ConflictId(new UUID(8, 5)),
                new EntryId(new UUID(8, 7)), EntryKind.RESOLVED, null, null, null, null, null, null));

        awaitHistory("vic", appointment, "planned", "ended inbox sent delivered", "ended push superseded replaced");
    }

    @Test
    void tellsOperatorsThatEverythingAddsUpAndWhy() {
        NotificationId toNobody = world.writer.suggest("uta");
        awaitHistory("uta", toNobody, "planned", "ended inbox sent delivered", "ended email muted no-address");

        HttpResponse<String> ledger = service.get("ops-1", "/api/v1/deliveries/ledger");
        HttpResponse<String> history = service.get("ops-1", "/api/v1/deliveries/uta/" + toNobody + "/history");

        OpenApi.check("Ledger", ledger.body());
        OpenApi.check("History", history.body());
        assertThat(Service.json(ledger).path("difference").asInt(-1)).isZero();
        assertThat(Service.json(ledger).path("lines").size()).isPositive();
        assertThat(history.body()).contains("no-address").doesNotContain("Maren");
    }

    private static NotificationId openCase(String client, UUID id, String coach) {
        Instant now = world.clock.instant();
        EventId event = world.writer.append(client, new CaseOpened(new CaseId(id), RiskTier.S3,
                new Subject(SubjectKind.CHECK_IN, new UUID(8, 8)), now, now.plus(Duration.ofMinutes(15)),
                List.of(new Rung(RungKind.ASSIGNED, List.of(PersonId.of(coach)), now)), List.of()));
        return NotificationId.derivedFrom(event, "case/0");
    }

    /** The end in the inbox may stand after what the dispatcher did meanwhile. */
    private static void awaitHistory(String person, NotificationId id, String... steps) {
        await().atMost(LONG).untilAsserted(
                () -> assertThat(service.history(person, id)).containsExactlyInAnyOrder(steps));
    }
}
