package attune.notification;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import attune.eventlog.documents.Documents;
import attune.events.About;
import attune.events.Category;
import attune.events.Channel;
import attune.events.CheckInId;
import attune.events.CoachingEvent.RiskRaised;
import attune.events.ConflictId;
import attune.events.EventId;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.Choice;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.JournalEvent.EmailPreference;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.QuietHours;
import attune.events.JournalEvent.ReminderTime;
import attune.events.Level;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.events.RiskTier;
import attune.events.Subject;
import attune.events.SubjectKind;
import attune.notification.inbox.Notification;
import attune.notification.inbox.Notification.Told;
import attune.notification.queue.Shard;
import attune.notification.reminders.Care;
import attune.notification.reminders.Rhythm;
import attune.notification.reminders.Timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Reminders of the running service, whose clock is put forward. */
class RemindersIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String ZONE = "Australia/Lord_Howe";

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void start() {
        world = World.start(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void comeAtThePersonsTimeUnlessTheyHaveCheckedIn() {
        try (Service service = world.service("reminders")) {
            NotificationId ada = reminded("ada");
            reminded("ben");
            checkIn("ben");
            await().atMost(LONG).until(() -> rhythm(service, "ben").lastCheckIn() != null
                    && rhythm(service, "ada").wish() != null);

            world.clock.putForward(Duration.ofMinutes(31));

            await().atMost(LONG).untilAsserted(() -> assertThat(service.history("ada", ada)).containsExactlyInAnyOrder(
                    "planned", "ended inbox sent delivered", "attempted email accepted",
                    "ended email sent delivered"));
            assertThat(service.inbox("ada")).hasSize(1)
                    .allMatch(one -> one.path("title").asString("").equals("How are you?"));
            assertThat(world.mails(ada)).hasSize(1);
            assertThat(service.inbox("ben")).isEmpty();
        }
    }

    @Test
    void surviveARestartAndAnEmptyDatabase() {
        NotificationId cia = reminded("cia");
        try (Service service = world.service("before")) {
            await().atMost(LONG).until(() -> rhythm(service, "cia").wish() != null);
        }
        try (Service service = world.service("after")) {
            await().atMost(LONG).until(() -> rhythm(service, "cia").wish() != null);
            world.clock.putForward(Duration.ofMinutes(31));

            await().atMost(LONG).untilAsserted(() -> assertThat(world.mails(cia)).hasSize(1));
        }
        try (Service service = world.service("after")) {
            await().atMost(LONG).untilAsserted(() -> assertThat(service.inbox("cia")).hasSize(1));
        }
        assertThat(world.mails(cia)).hasSize(1);
    }

    @Test
    void comeBackToAConflictOnTheNextEveningUnlessSomebodyNeedsCare() {
        try (Service service = world.service("follow-ups")) {
            QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
            prefer("dan", night, null);
            prefer("eve", night, null);
            NotificationId dan = openConflict("dan", 1);
            NotificationId eve = openConflict("eve", 2);
            world.writer.append("eve", new RiskRaised(new Subject(SubjectKind.CONFLICT, new UUID(8, 2)), RiskTier.S1,
                    List.of(), List.of(), List.of(), world.clock.instant()));
            await().atMost(LONG).until(() -> !rhythm(service, "dan").conflicts().isEmpty()
                    && !rhythm(service, "eve").conflicts().isEmpty()
                    && care(service, "eve").tier() == RiskTier.S1);

            ZonedDateTime here = world.clock.instant().atZone(ZoneId.of(ZONE));
            world.clock.putForward(Duration.between(here,
                    here.toLocalDate().plusDays(1).atTime(19, 35).atZone(ZoneId.of(ZONE))));

            await().atMost(LONG).untilAsserted(() -> assertThat(world.mails(dan)).hasSize(1));
            await().atMost(LONG).until(() -> !hasTimer(service, "eve"));
            assertThat(told(service, "dan", dan).map(told -> told.title().value())).contains("How is it now?");
            assertThat(told(service, "eve", eve)).isEmpty();
        }
    }

    /** In half an hour. */
    private NotificationId reminded(String person) {
        LocalTime at = LocalTime.ofInstant(world.clock.instant().plus(Duration.ofMinutes(30)), ZoneId.of(ZONE))
                .truncatedTo(ChronoUnit.MINUTES);
        EventId said = prefer(person, Quiet.later(world.clock, ZONE), new ReminderTime(at, List.of()));
        return Timers.notification(Timers.firing(EventId.derivedFrom(said, "check-in")));
    }

    private EventId prefer(String person, QuietHours quiet, @Nullable ReminderTime reminder) {
        return world.writer.append(person, new PreferencesChanged(ZONE, "en", quiet,
                new EmailPreference(PrivateText.of(person + "@attune.example"), true), List.of(),
                List.of(new Choice(Category.REMINDER, Channel.EMAIL, Level.ON)), null, null, false, false, reminder));
    }

    private void checkIn(String person) {
        world.writer.append(person, new CheckInRecorded(new CheckInId(UUID.randomUUID()), About.PARTNER, 3, null, null,
                null, List.of(), null, List.of(), null));
    }

    /** What is to come of it on the next evening. */
    private NotificationId openConflict(String person, int number) {
        UUID conflict = new UUID(8, number);
        EventId opened = world.writer.append(person, new ConflictOpened(new ConflictId(conflict), About.PARTNER, null,
                3, 3, false, null, List.of(), null, List.of(), null));
        return Timers.notification(Timers.firing(EventId.derivedFrom(opened, "follow-up/" + conflict)));
    }

    private static Optional<Told> told(Service service, String person, NotificationId id) {
        return service.context.getBean(Documents.class)
                .find(Notification.DOCUMENT, Notification.documentId(PersonId.of(person), id))
                .mapNotNull(Notification::told)
                .blockOptional(LONG);
    }

    private static boolean hasTimer(Service service, String person) {
        return IntStream.range(0, World.PARTITIONS).mapToObj(Shard::documentIds)
                .flatMap(ids -> Objects.requireNonNull(service.context.getBean(Documents.class)
                        .findAll(Timers.DOCUMENT, ids).block(LONG)).values().stream())
                .flatMap(timers -> timers.timers().stream())
                .anyMatch(timer -> timer.person().value().equals(person));
    }

    private static Rhythm rhythm(Service service, String person) {
        return Objects.requireNonNull(service.context.getBean(Documents.class).find(Rhythm.DOCUMENT, person)
                .defaultIfEmpty(Rhythm.DOCUMENT.initial()).block(LONG));
    }

    private static Care care(Service service, String person) {
        return Objects.requireNonNull(service.context.getBean(Documents.class).find(Care.DOCUMENT, person)
                .defaultIfEmpty(Care.DOCUMENT.initial()).block(LONG));
    }
}
