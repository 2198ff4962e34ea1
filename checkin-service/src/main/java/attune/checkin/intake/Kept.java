package attune.checkin.intake;

import java.time.OffsetDateTime;

import attune.events.JournalEvent;
import attune.events.Position;

/**
 * What a client said, as the log has it.
 *
 * @param position where it stands
 */
public record Kept<E extends JournalEvent>(E event, OffsetDateTime occurredAt, Position position) {}
