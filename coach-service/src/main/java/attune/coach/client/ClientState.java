package attune.coach.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import attune.events.About;
import attune.events.ConflictId;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;

/**
 * What the rules know of a client. It holds numbers and choices, no text, and stays small: conflicts are kept for
 * {@link #MEMORY}, good moments for {@link #SHORT_MEMORY}, and never more than a bounded number of them.
 *
 * @param conflicts the latest, oldest first
 * @param goodMoments when the client felt well in a relationship lately, oldest first
 * @param fearAt when there was last a sign that the client may be afraid of somebody
 * @param incomplete whether an event of this client could not be read, so that something may be missing here
 */
public record ClientState(Ratings mood, Ratings energy, Ratings safety, Ratings understood, List<Conflict> conflicts,
        List<Instant> goodMoments, @Nullable Instant fearAt, boolean incomplete) {

    public static final ClientState INITIAL = new ClientState(Ratings.NONE, Ratings.NONE, Ratings.NONE, Ratings.NONE,
            List.of(), List.of(), null, false);

    public static final Duration MEMORY = Duration.ofDays(30);
    public static final Duration SHORT_MEMORY = Duration.ofDays(14);

    private static final int MOST_CONFLICTS = 30;
    private static final int MOST_MOMENTS = 200;
    private static final int GOOD_MOOD = 4;

    public ClientState {
        conflicts = List.copyOf(conflicts);
        goodMoments = List.copyOf(goodMoments);
    }

    /**
     * The state after a check-in.
     *
     * @param happenedAt when it was so for the client
     * @param now when it was recorded
     */
    public ClientState after(CheckInRecorded checkIn, Instant happenedAt, Instant now, Signs signs) {
        boolean good = checkIn.about() != About.SELF && checkIn.mood() >= GOOD_MOOD;
        return new ClientState(mood.with(checkIn.mood(), happenedAt), energy.with(checkIn.energy(), happenedAt),
                safety.with(checkIn.safety(), happenedAt), understood.with(checkIn.understood(), happenedAt),
                conflicts, good ? with(goodMoments, happenedAt) : goodMoments,
                signs.ofFear(checkIn) ? later(fearAt, happenedAt) : fearAt, incomplete).pruned(now);
    }

    /** The state after a conflict was opened. One that is known already stays as it was told first. */
    public ClientState after(ConflictOpened opened, Instant happenedAt, Instant now, Signs signs) {
        if (conflict(opened.conflict()).isPresent()) {
            return this;
        }
        return new ClientState(mood, energy, safety, understood.with(opened.understood(), happenedAt),
                with(conflicts, Conflict.of(opened, happenedAt, now)), goodMoments,
                signs.ofFear(opened) ? later(fearAt, happenedAt) : fearAt, incomplete).pruned(now);
    }

    /** The state after an entry; one about a conflict that is not known any more changes no conflict. */
    public ClientState after(ConflictEntryAdded entry, Instant happenedAt, Instant now) {
        List<Conflict> changed = conflicts.stream()
                .map(conflict -> conflict.id().equals(entry.conflict()) ? conflict.with(entry, now) : conflict)
                .toList();
        return new ClientState(mood, energy, safety, understood.with(entry.understood(), happenedAt), changed,
                goodMoments, fearAt, incomplete).pruned(now);
    }

    /** The state after an event that could not be read: from here on something may be missing. */
    public ClientState missingSomething() {
        return new ClientState(mood, energy, safety, understood, conflicts, goodMoments, fearAt, true);
    }

    public Optional<Conflict> conflict(ConflictId id) {
        return conflicts.stream().filter(conflict -> conflict.id().equals(id)).findFirst();
    }

    /** When the latest conflict happened. */
    public Optional<Instant> lastConflictAt() {
        return conflicts.stream().map(Conflict::happenedAt).max(Instant::compareTo);
    }

    /** What is too old goes; of what is too much, the oldest. */
    private ClientState pruned(Instant now) {
        return new ClientState(mood, energy, safety, understood,
                kept(conflicts, MOST_CONFLICTS, conflict -> conflict.toldAt().isAfter(now.minus(MEMORY))),
                kept(goodMoments, MOST_MOMENTS, moment -> moment.isAfter(now.minus(SHORT_MEMORY))),
                fearAt, incomplete);
    }

    private static <T> List<T> kept(List<T> all, int most, Predicate<T> fresh) {
        List<T> kept = all.stream().filter(fresh).toList();
        return kept.size() <= most ? kept : kept.subList(kept.size() - most, kept.size());
    }

    private static <T> List<T> with(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
