package attune.checkin.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import attune.eventlog.positions.Progress;
import attune.events.EventId;
import attune.events.JournalEvent;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.JournalEvent.MeasureAnswered;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.Position;
import attune.events.PrivateText;

/**
 * What this instance has appended and its fold has yet to pass. After that the documents tell, which know who was
 * first. Bounded by size; what falls out early costs no more than a second record on the log, which changes nothing.
 * Safe for use by many threads.
 */
@Component
public class Recent {

    /** The fold whose documents tell what was said. */
    public static final String FOLD = "history";

    private static final int MOST_CHARACTERS = 4_000_000;
    private static final int RECORD = 300;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Progress progress;
    private final Cache<EventId, Kept<?>> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .<EventId, Kept<?>>weigher((_, value) -> RECORD + characters(value.event()))
            .expireAfterWrite(LONGEST)
            .build();

    Recent(Progress progress) {
        this.progress = progress;
    }

    /** What was appended under this id, if the documents do not tell it yet. */
    @SuppressWarnings("unchecked") // an event id is made from the type
    public <E extends JournalEvent> @Nullable Kept<E> find(EventId id) {
        Kept<?> found = kept.getIfPresent(id);
        if (found != null && passed(found.position())) {
            kept.invalidate(id);
            return null;
        }
        return (Kept<E>) found;
    }

    /** Remembers what the log has acknowledged. */
    public void put(EventId id, Kept<?> appended) {
        kept.put(id, appended);
    }

    private boolean passed(Position position) {
        OptionalLong next = progress.next(FOLD, position.partition());
        return next.isPresent() && next.getAsLong() > position.offset();
    }

    private static int characters(JournalEvent event) {
        return switch (event) {
            case CheckInRecorded checkIn -> characters(checkIn.words()) + characters(checkIn.note());
            case ConflictOpened conflict -> characters(conflict.topic()) + characters(conflict.whatHappened());
            case ConflictEntryAdded entry -> characters(entry.note());
            case ConsentsChanged consents -> consents.coaches().size() * RECORD;
            case MeasureAnswered answered -> (answered.items().size() + answered.scores().size() + 1) * RECORD;
            case PreferencesChanged _ -> RECORD;
        };
    }

    private static int characters(Collection<PrivateText> texts) {
        return texts.stream().mapToInt(text -> text.value().length()).sum();
    }

    private static int characters(@Nullable PrivateText text) {
        return text == null ? 0 : characters(List.of(text));
    }
}
