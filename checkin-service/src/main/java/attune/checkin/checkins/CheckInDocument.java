package attune.checkin.checkins;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Kept;
import attune.checkin.timeline.Listed;
import attune.checkin.timeline.Timeline;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.CheckInId;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.PersonId;
import attune.events.Position;

/** A check-in as the history keeps it: the first that came under its id. */
public record CheckInDocument(@Nullable CheckInRecorded said, @Nullable OffsetDateTime occurredAt,
        @Nullable Position position) implements Listed {

    public static final DocumentKind<CheckInDocument> KIND = new DocumentKind<>("checkIns", CheckInDocument.class,
            new CheckInDocument(null, null, null));

    static final String LIST = "check-ins";

    /** What a check-in changes. */
    public static List<Update<?>> updates(Recorded<?> recorded, CheckInRecorded said) {
        List<Update<?>> updates = new ArrayList<>();
        updates.add(Update.of(KIND, id(recorded.person(), said.checkIn()), state -> state.said() != null
                ? state
                : new CheckInDocument(said, recorded.occurredAt(), recorded.position())));
        updates.addAll(Timeline.updates(recorded, LIST, said.checkIn().toString()));
        return updates;
    }

    static String id(PersonId person, CheckInId checkIn) {
        return person.value() + "/" + checkIn;
    }

    @Nullable
    Kept<CheckInRecorded> kept() {
        return said == null || occurredAt == null || position == null ? null : new Kept<>(said, occurredAt, position);
    }
}
