package attune.checkin.people;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

import attune.events.JournalEvent;
import attune.events.Position;
import attune.http.positions.PositionAwaiter;

/**
 * What a person wants in one matter.
 *
 * @param position where it stands on the log; null before they have said anything
 */
record Wish<E extends JournalEvent>(E said, @Nullable Position position) {

    /** The beginning of an answer: 200, with the position if there is one. */
    ResponseEntity.BodyBuilder answer() {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        return position == null ? answer : answer.header(PositionAwaiter.HEADER, position.toString());
    }
}
