package attune.notification.delivery;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;

import attune.notification.planning.Backoff;
import attune.notification.planning.Burden;
import attune.notification.planning.CaseSteps;

/**
 * When to look, and how long to try.
 *
 * @param poll how often what is due is looked for when nothing wakes the dispatcher
 * @param retryFirst the longest wait after a first failed attempt; it doubles with each attempt
 * @param retryLongest the longest wait between two attempts
 * @param giveUpAfter how long failed attempts go on, counted from the first
 * @param onTime how long after it was due a delivery still counts as on time
 * @param recheckUnknownZone how often people without a zone are looked at again, apart from when they say it
 * @param limits how much a person is to bear
 * @param cases when a coach is told of a case, and how
 */
@ConfigurationProperties("attune.notification.delivery")
record DeliverySettings(@DefaultValue("250ms") Duration poll, @DefaultValue("10s") Duration retryFirst,
        @DefaultValue("30m") Duration retryLongest, @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("60s") Duration onTime, @DefaultValue("1h") Duration recheckUnknownZone,
        @DefaultValue BurdenSettings limits, @DefaultValue CaseSettings cases) {

    /**
     * How much a person is to bear: {@link Burden}, with its defaults.
     */
    record BurdenSettings(@DefaultValue("1") int suggestionsADay, @DefaultValue("1") int remindersADay,
            @DefaultValue("3") int coachMessagesADay, @DefaultValue("6") int aWeek, @DefaultValue("4h") Duration gap,
            @DefaultValue("3") int halveAfter, @DefaultValue("5") int silenceAfter,
            @DefaultValue("24h") Duration reactWithin, @DefaultValue("1h") Duration lateAfter,
            @DefaultValue("14d") Duration stalest) {

        /** With every default, for who has no configuration at hand. */
        static DeliverySettings defaults() {
            return new Binder().bindOrCreate("attune.notification.delivery", DeliverySettings.class);
        }

        Burden burden() {
            return new Burden(suggestionsADay, remindersADay, coachMessagesADay, aWeek, gap, halveAfter, silenceAfter,
                    reactWithin, lateAfter, stalest);
        }
    }

    /**
     * When a coach who has not read of a case is told on another channel: {@link CaseSteps}, with its defaults.
     */
    record CaseSettings(@DefaultValue("2m") Duration pushAfter, @DefaultValue("10m") Duration emailAfter) {

        CaseSteps steps() {
            return new CaseSteps(pushAfter, emailAfter);
        }
    }

    DeliverySettings {
        requirePositive("poll", poll);
        requirePositive("retry-first", retryFirst);
        requirePositive("give-up-after", giveUpAfter);
        requirePositive("on-time", onTime);
        requirePositive("recheck-unknown-zone", recheckUnknownZone);
        if (retryLongest.compareTo(retryFirst) < 0) {
            throw new IllegalArgumentException(
                    "attune.notification.delivery.retry-longest must not be shorter than retry-first");
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("attune.notification.delivery." + name + " must be longer than 0");
        }
    }

    /** With every default, for who has no configuration at hand. */
    static DeliverySettings defaults() {
        return new Binder().bindOrCreate("attune.notification.delivery", DeliverySettings.class);
    }

    Burden burden() {
        return limits.burden();
    }

    Backoff backoff() {
        return new Backoff(retryFirst, retryLongest);
    }

    @Nullable
    Instant giveUpAt(@Nullable Instant firstAttemptAt) {
        return firstAttemptAt == null ? null : firstAttemptAt.plus(giveUpAfter);
    }
}
