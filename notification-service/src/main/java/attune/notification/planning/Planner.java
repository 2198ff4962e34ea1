package attune.notification.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import attune.events.Category;
import attune.events.Channel;
import attune.events.Ending;
import attune.events.Level;
import attune.events.Reason;
import attune.notification.planning.DeliveryPlan.End;
import attune.notification.planning.DeliveryPlan.Gather;
import attune.notification.planning.DeliveryPlan.HoldUntil;
import attune.notification.planning.DeliveryPlan.SendNow;
import attune.notification.planning.Intent.Reach;

/**
 * Decides what is to be done with a delivery now. Pure: the same arguments, the same plan. First comes what ends it, then
 * what the person said, then the clock on their wall, and last how much they have had already.
 */
public record Planner(Burden burden) {

    /** Handing over takes a moment: nothing is begun so shortly before quiet hours. */
    static final Duration HANDING_OVER = Duration.ofSeconds(30);

    /** What is to be done, by what the person was sent before. */
    public DeliveryPlan plan(Intent intent, Wishes wishes, Contacts contacts, Instant now) {
        End end = end(intent, wishes);
        if (end != null) {
            return end;
        }
        if (Intent.waitsForDigest(intent.heldFor()) && !isWantedAtOnceAgain(intent, wishes, now)) {
            return digest(intent, wishes, now);
        }
        if (!now.isBefore(intent.expiresAt())) {
            return new End(Ending.EXPIRED, Reason.TOO_LATE);
        }
        Instant giveUpAt = intent.giveUpAt();
        if (giveUpAt != null && !now.isBefore(giveUpAt)) {
            return new End(Ending.DEAD, Reason.GIVEN_UP);
        }
        if (intent.urgent()) {
            return new SendNow();
        }
        Optional<ZoneId> zone = wishes.knownZone();
        return zone.isPresent()
                ? atHome(intent, wishes, contacts, now, zone.get())
                : new HoldUntil(intent.expiresAt(), Reason.UNKNOWN_ZONE);
    }

    private static @Nullable End end(Intent intent, Wishes wishes) {
        if (intent.read()) {
            return new End(Ending.SUPERSEDED, Reason.ALREADY_READ);
        }
        if (intent.withdrawn() != null) {
            return new End(Ending.SUPERSEDED, intent.withdrawn());
        }
        if (intent.reach() == Reach.NO_ADDRESS) {
            return new End(Ending.MUTED, Reason.NO_ADDRESS);
        }
        if (intent.reach() == Reach.SWITCHED_OFF || wishes.level(intent.category(), intent.channel()) == Level.OFF) {
            return new End(Ending.MUTED, Reason.SWITCHED_OFF);
        }
        return null;
    }

    private static boolean isWantedAtOnceAgain(Intent intent, Wishes wishes, Instant now) {
        return intent.heldFor() == Reason.DIGEST_CHOSEN && now.isBefore(intent.dueAt())
                && now.isBefore(intent.expiresAt())
                && wishes.level(intent.category(), intent.channel()) == Level.ON;
    }

    /** What waits for a digest does not expire with its own use: the digest only says that there is something. */
    private DeliveryPlan digest(Intent intent, Wishes wishes, Instant now) {
        if (!now.isBefore(intent.plannedAt().plus(burden.stalest()))) {
            return new End(Ending.EXPIRED, Reason.TOO_LATE);
        }
        Reason reason = intent.heldFor() == null ? Reason.DIGEST_CHOSEN : intent.heldFor();
        if (isPaused(intent, wishes, now)) {
            return intoDigest(intent, wishes, wishes.pausedUntil() == null ? now : wishes.pausedUntil(), reason);
        }
        if (!now.isBefore(intent.dueAt()) || reason == Reason.LATE) {
            return new Gather();
        }
        return intoDigest(intent, wishes, now, reason);
    }

    private HoldUntil intoDigest(Intent intent, Wishes wishes, Instant after, Reason reason) {
        Instant stale = intent.plannedAt().plus(burden.stalest());
        Instant digest = wishes.knownZone().map(zone -> DigestHour.after(after, wishes.digest(), zone)).orElse(stale);
        return new HoldUntil(digest.isBefore(stale) ? digest : stale, reason);
    }

    private DeliveryPlan atHome(Intent intent, Wishes wishes, Contacts contacts, Instant now, ZoneId zone) {
        boolean mayWait = Burden.mayWait(intent.category());
        if (Burden.tires(intent.category()) && contacts.ignored(now, burden) >= burden.silenceAfter()) {
            return new End(Ending.MUTED, Reason.IGNORED);
        }
        Instant pausedUntil = wishes.pausedUntil();
        if (pausedUntil != null && isPaused(intent, wishes, now)) {
            return hold(intent, pausedUntil, Reason.PAUSED);
        }
        if (wishes.level(intent.category(), intent.channel()) == Level.DIGEST) {
            return intoDigest(intent, wishes, now, Reason.DIGEST_CHOSEN);
        }
        if (mayWait && now.isAfter(intent.dueAt().plus(burden.lateAfter()))) {
            return new HoldUntil(now, Reason.LATE);
        }
        Instant quietEnd = quietEnd(intent, wishes, now, zone);
        if (quietEnd.isAfter(now)) {
            return hold(intent, quietEnd, Reason.QUIET_HOURS);
        }
        return bearable(intent, wishes, contacts, now, zone);
    }

    private static boolean isPaused(Intent intent, Wishes wishes, Instant now) {
        boolean canWait = intent.category() != Category.ACCOUNT && intent.category() != Category.SAFETY;
        return canWait && wishes.pausedUntil() != null && now.isBefore(wishes.pausedUntil());
    }

    /** When it is no longer quiet; now, if it is not quiet or does not have to be. */
    private static Instant quietEnd(Intent intent, Wishes wishes, Instant now, ZoneId zone) {
        if (intent.category() == Category.SAFETY && wishes.safetyAnytime()) {
            return now;
        }
        QuietWeek quiet = wishes.quiet();
        if (quiet.covers(now, zone)) {
            return quiet.end(now, zone);
        }
        Instant handedOver = now.plus(HANDING_OVER);
        return quiet.covers(handedOver, zone) ? quiet.end(handedOver, zone) : now;
    }

    private DeliveryPlan bearable(Intent intent, Wishes wishes, Contacts contacts, Instant now, ZoneId zone) {
        if (Burden.mayWait(intent.category()) && isEnough(intent, contacts, now, zone)) {
            return intoDigest(intent, wishes, now, Reason.CAPPED);
        }
        boolean keepsGap = intent.channel() == Channel.PUSH
                && (Burden.mayWait(intent.category()) || intent.category() == Category.DIGEST);
        Instant free = contacts.lastPush().map(last -> last.plus(burden.gap())).orElse(now);
        if (!keepsGap || !free.isAfter(now)) {
            return new SendNow();
        }
        return free.isBefore(intent.expiresAt()) || intent.category() == Category.DIGEST
                ? hold(intent, free, Reason.TOO_SOON)
                : intoDigest(intent, wishes, now, Reason.CAPPED);
    }

    /** Whether one more would be too much: half as much is enough for who does not react. */
    private boolean isEnough(Intent intent, Contacts contacts, Instant now, ZoneId zone) {
        boolean halved = Burden.tires(intent.category()) && contacts.ignored(now, burden) >= burden.halveAfter();
        int days = halved ? 2 : 1;
        int aWeek = halved ? Math.max(1, burden.aWeek() / 2) : burden.aWeek();
        return contacts.onDays(intent.category(), intent.channel(), days, now, zone) >= burden.aDay(intent.category())
                || contacts.inAWeek(intent.channel(), now) >= aWeek;
    }

    private static HoldUntil hold(Intent intent, Instant until, Reason reason) {
        return new HoldUntil(until.isBefore(intent.expiresAt()) ? until : intent.expiresAt(), reason);
    }
}
