package attune.checkin.intake;

import java.util.function.Function;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import attune.events.JournalEvent;
import attune.http.positions.PositionAwaiter;

/**
 * What came of taking something in.
 *
 * @param isNew whether it was said for the first time
 */
public record Taken<E extends JournalEvent>(Kept<E> kept, boolean isNew) {

    /** The answer: 201 for the first time, 200 for the same again, with the position either way. */
    public <R> ResponseEntity<R> answer(Function<Kept<E>, R> resource) {
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                .header(PositionAwaiter.HEADER, kept.position().toString())
                .body(resource.apply(kept));
    }
}
