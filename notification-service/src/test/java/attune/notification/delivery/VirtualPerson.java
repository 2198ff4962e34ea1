package attune.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import attune.events.Category;
import attune.events.Channel;
import attune.events.JournalEvent.Choice;
import attune.events.JournalEvent.DigestTime;
import attune.events.JournalEvent.EmailPreference;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.QuietDay;
import attune.events.JournalEvent.QuietHours;
import attune.events.Level;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.events.Weekday;

/**
 * Somebody in the simulated year.
 *
 * @param hasPush whether they have a device that takes pushes
 * @param opens how likely it is that they open what they were told, 0 to 1
 */
record VirtualPerson(PersonId id, PreferencesChanged wishes, boolean hasPush, double opens) {

    private static final List<String> ZONES = List.of("Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata",
            "Pacific/Chatham", "Antarctica/Troll", "Europe/Berlin", "America/New_York", "America/St_Johns");
    private static final List<Category> CHOOSABLE = List.of(Category.SUGGESTION, Category.REMINDER,
            Category.COACH_MESSAGE);
    private static final List<Weekday> DAYS = List.of(Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY,
            Weekday.SUNDAY);

    static VirtualPerson any(int number, Instant yearBegins, RandomGenerator random) {
        String zone = random.nextInt(50) == 0 ? null : ZONES.get(random.nextInt(ZONES.size()));
        PreferencesChanged wishes = new PreferencesChanged(zone, random.nextBoolean() ? "en" : "de",
                random.nextInt(3) == 0 ? anyHours(random) : null, anyAddress(number, random), anyDays(random),
                anyChoices(random), anyPause(yearBegins, random), anyDigest(random), random.nextBoolean(), false);
        return new VirtualPerson(PersonId.of("v" + number), wishes, random.nextInt(4) > 0,
                random.nextInt(10) == 0 ? 0 : random.nextDouble());
    }

    private static @Nullable EmailPreference anyAddress(int number, RandomGenerator random) {
        return random.nextInt(4) == 0
                ? null
                : new EmailPreference(PrivateText.of("v" + number + "@attune.example"), random.nextInt(5) > 0);
    }

    private static List<QuietDay> anyDays(RandomGenerator random) {
        return random.nextInt(3) == 0
                ? List.of(new QuietDay(DAYS.get(random.nextInt(DAYS.size())),
                        random.nextBoolean() ? null : anyHours(random)))
                : List.of();
    }

    private static QuietHours anyHours(RandomGenerator random) {
        LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(60));
        return new QuietHours(from, from.plusMinutes(30 + random.nextInt(20 * 60)));
    }

    private static List<Choice> anyChoices(RandomGenerator random) {
        List<Choice> choices = new ArrayList<>();
        for (Category category : CHOOSABLE) {
            if (random.nextInt(3) == 0) {
                choices.add(new Choice(category, random.nextBoolean() ? Channel.PUSH : Channel.EMAIL,
                        List.of(Level.ON, Level.DIGEST, Level.OFF).get(random.nextInt(3))));
            }
        }
        return choices;
    }

    private static @Nullable Instant anyPause(Instant yearBegins, RandomGenerator random) {
        return random.nextInt(10) == 0 ? yearBegins.plus(Duration.ofDays(random.nextInt(60))) : null;
    }

    private static @Nullable DigestTime anyDigest(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> new DigestTime(null, LocalTime.of(18, 0));
            case 1 -> new DigestTime(DAYS.get(random.nextInt(DAYS.size())), LocalTime.of(random.nextInt(24), 30));
            default -> null;
        };
    }
}
