package attune.coach.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import attune.events.Audience;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.CoachConsent;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.PersonId;
import attune.events.Scope;

/**
 * What coaches may see of a client at a glance: made of nothing but what the client shares with coaches. Which coach may
 * see which part of it follows from the consents, at the moment of looking.
 *
 * @param conflicts the latest, oldest first
 * @param lastSharedAt when the client last shared something
 * @param gapHours how many hours usually lie between two things that the client shares; 0 while unknown
 * @param incomplete whether an event of this client could not be read
 */
public record Overview(List<CoachConsent> consents, Ratings mood, Ratings energy, Ratings safety, Ratings understood,
        List<SharedConflict> conflicts, @Nullable Instant lastSharedAt, double gapHours, boolean incomplete) {

    static final Overview INITIAL = new Overview(List.of(), Ratings.NONE, Ratings.NONE, Ratings.NONE, Ratings.NONE,
            List.of(), null, 0, false);

    private static final int MOST_CONFLICTS = 30;
    private static final double WEIGHT_OF_NEWEST_GAP = 0.3;

    public Overview {
        consents = List.copyOf(consents);
        conflicts = List.copyOf(conflicts);
    }

    public Overview after(ConsentsChanged changed) {
        return new Overview(changed.coaches(), mood, energy, safety, understood, conflicts, lastSharedAt, gapHours,
                incomplete);
    }

    public Overview after(CheckInRecorded checkIn, Instant happenedAt, Instant now) {
        if (!checkIn.audience().contains(Audience.COACH)) {
            return this;
        }
        return new Overview(consents, mood.with(checkIn.mood(), happenedAt), energy.with(checkIn.energy(), happenedAt),
                safety.with(checkIn.safety(), happenedAt), understood.with(checkIn.understood(), happenedAt),
                conflicts, now, gap(now), incomplete);
    }

    public Overview after(ConflictOpened opened, Instant happenedAt, Instant now) {
        boolean known = conflicts.stream().anyMatch(conflict -> conflict.id().equals(opened.conflict()));
        if (known || !opened.audience().contains(Audience.COACH)) {
            return this;
        }
        List<SharedConflict> more = Stream.concat(conflicts.stream(),
                Stream.of(new SharedConflict(opened.conflict(), happenedAt, false, false))).toList();
        return new Overview(consents, mood, energy, safety, understood,
                more.size() <= MOST_CONFLICTS ? more : more.subList(1, more.size()), now, gap(now), incomplete);
    }

    public Overview after(ConflictEntryAdded entry) {
        List<SharedConflict> changed = conflicts.stream()
                .map(conflict -> conflict.id().equals(entry.conflict()) ? after(conflict, entry) : conflict)
                .toList();
        return new Overview(consents, mood, energy, safety, understood, changed, lastSharedAt, gapHours, incomplete);
    }

    private static SharedConflict after(SharedConflict conflict, ConflictEntryAdded entry) {
        return switch (entry.kind()) {
            case REPAIR_TRIED, REPAIR_RECEIVED ->
                new SharedConflict(conflict.id(), conflict.happenedAt(), true, conflict.resolved());
            case RESOLVED -> new SharedConflict(conflict.id(), conflict.happenedAt(), conflict.mended(), true);
            case REOPENED -> new SharedConflict(conflict.id(), conflict.happenedAt(), false, false);
            case TIME_OUT, UNDERSTOOD, NOTE, UNKNOWN -> conflict;
        };
    }

    public Overview missingSomething() {
        return new Overview(consents, mood, energy, safety, understood, conflicts, lastSharedAt, gapHours, true);
    }

    /** What a coach may see; empty if the client has given this coach no consent, or one for nothing. */
    public Optional<Set<Scope>> scopesOf(PersonId coach) {
        Set<Scope> scopes = consents.stream()
                .filter(consent -> consent.coach().equals(coach))
                .flatMap(consent -> consent.scopes().stream())
                .filter(scope -> scope != Scope.UNKNOWN)
                .collect(Collectors.toUnmodifiableSet());
        return scopes.isEmpty() ? Optional.empty() : Optional.of(scopes);
    }

    private double gap(Instant now) {
        if (lastSharedAt == null) {
            return 0;
        }
        double hours = Duration.between(lastSharedAt, now).toMinutes() / 60.0;
        return gapHours == 0 ? hours : gapHours + WEIGHT_OF_NEWEST_GAP * (hours - gapHours);
    }
}
