package attune.coach.client;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.events.Conduct;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.PrivateText;

/**
 * What counts as a sign that a client may be afraid of somebody, is hard on themselves, or needs a person more than a
 * card. Deliberately wide: a sign holds cards back and does nothing else.
 *
 * @param safetyAtMost a check-in with this safety or less is a sign of fear, 1..5
 * @param arousalAtLeast a conflict with contempt and this arousal or more is a sign of fear, 1..5
 * @param fear words for it, in lower case
 * @param hardOnSelf words of shame and self-criticism, in lower case
 * @param needsAPerson words that no card answers, in lower case
 */
public record Signs(int safetyAtMost, int arousalAtLeast, Set<String> fear, Set<String> hardOnSelf,
        Set<String> needsAPerson) {

    public Signs {
        fear = Set.copyOf(fear);
        hardOnSelf = Set.copyOf(hardOnSelf);
        needsAPerson = Set.copyOf(needsAPerson);
    }

    boolean ofFear(CheckInRecorded checkIn) {
        return atMost(checkIn.safety(), safetyAtMost) || count(fear, checkIn) > 0;
    }

    boolean ofFear(ConflictOpened conflict) {
        return conflict.saidOrDone().contains(Conduct.CONTEMPT) && atLeast(conflict.arousal(), arousalAtLeast);
    }

    /** How many of a check-in's words are hard on the client themselves. */
    public int hardOnSelf(CheckInRecorded checkIn) {
        return count(hardOnSelf, checkIn);
    }

    /** Whether one of a check-in's words calls for a person and not for a card. */
    public boolean needsAPerson(CheckInRecorded checkIn) {
        return count(needsAPerson, checkIn) > 0;
    }

    private static int count(Collection<String> signs, CheckInRecorded checkIn) {
        return (int) checkIn.words().stream().map(Signs::plain).filter(signs::contains).count();
    }

    private static String plain(PrivateText word) {
        return word.value().strip().toLowerCase(Locale.ROOT);
    }

    private static boolean atMost(@Nullable Integer rating, int most) {
        return rating != null && rating <= most;
    }

    private static boolean atLeast(@Nullable Integer rating, int least) {
        return rating != null && rating >= least;
    }
}
