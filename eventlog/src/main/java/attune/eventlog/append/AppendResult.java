package attune.eventlog.append;

import attune.events.Position;

/** What became of an append. */
public sealed interface AppendResult {

    /** The log has it: acknowledged by all in-sync replicas. */
    record Appended(Position position) implements AppendResult {}

    /** The log does not have it and will not get it. Sending it again is safe and useful after a while. */
    record Refused(String reason) implements AppendResult {}

    /** The log may have it or may yet get it. Sending it again under the same id is safe. */
    record Unknown(String reason) implements AppendResult {}
}
