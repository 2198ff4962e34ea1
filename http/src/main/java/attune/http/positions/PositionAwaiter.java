package attune.http.positions;

import reactor.core.publisher.Mono;

/**
 * Knows when a room's read models have reached a position of a log. A service whose reads can wait supplies one bean.
 */
public interface PositionAwaiter {

    /** The header of answers to writes, and of reads that want to see them. */
    String HEADER = "Attune-Position";

    /** {@code true} on an answer that may not show the write yet. */
    String STALE_HEADER = "Attune-Stale";

    /**
     * Waits until the position is reached. The caller bounds the wait and cancels; nothing may be held after that.
     *
     * @param position such as {@code journal-3@1234}; of well-known form, of a log that may not concern this room
     * @return true when reached or of no concern, false when it will not be reached soon
     */
    Mono<Boolean> await(String position);
}
