package attune.eventlog.deadletters;

import java.time.Instant;

import attune.events.Position;

/**
 * A record that a fold could not handle: where it stands and why. The log keeps the record itself.
 *
 * @param reason fit for a label, such as {@code malformed-body} or {@code fold-failed}
 * @param failure the kind of exception, if the fold failed; never its message, which may quote a person
 */
public record DeadLetter(String fold, Position position, String reason, String failure, Instant since) {}
