package attune.eventlog.folds;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import attune.eventlog.records.LogRecord;
import attune.eventlog.records.Recorded;
import attune.events.DecodedEvent.Decoded;
import attune.events.DecodedEvent.Malformed;
import attune.events.DecodedEvent.Unknown;
import attune.events.Envelope;
import attune.events.Event;
import attune.events.EventId;
import attune.events.PersonId;
import attune.events.Position;

/** What a fold is to do with one record. */
sealed interface FoldInput<E extends Event> {

    Position position();

    /** The documents that it touches. */
    List<Update<?>> updates();

    /** An event, and what it changes. */
    record Handled<E extends Event>(Recorded<E> recorded, List<Update<?>> updates) implements FoldInput<E> {

        @Override
        public Position position() {
            return recorded.position();
        }
    }

    /** A record that cannot be handled, and how the person's documents say so. */
    record Broken<E extends Event>(Position position, String reason, String failure, List<Update<?>> updates)
            implements
                FoldInput<E> {}

    /** An event of a type that this version does not know. */
    record Foreign<E extends Event>(Position position) implements FoldInput<E> {

        @Override
        public List<Update<?>> updates() {
            return List.of();
        }
    }

    /** What a fold makes of a record, at the earliest at the given time. */
    static <E extends Event> FoldInput<E> of(Fold<E> fold, LogRecord record, Instant notBefore) {
        return switch (record.decoded()) {
            case Unknown _ -> new Foreign<>(record.position());
            case Malformed malformed -> new Broken<>(record.position(),
                    "malformed-" + malformed.flaw().name().toLowerCase(Locale.ROOT), "",
                    incomplete(fold, record.sufferer()));
            case Decoded decoded -> of(fold, record.position(), decoded.envelope(), notBefore);
        };
    }

    @SuppressWarnings("unchecked") // the codec only gives events that belong on the log
    private static <E extends Event> FoldInput<E> of(Fold<E> fold, Position position, Envelope<?> envelope,
            Instant notBefore) {
        Instant recordedAt = envelope.recordedAt().isBefore(notBefore) ? notBefore : envelope.recordedAt();
        Recorded<E> recorded = new Recorded<>(position, (Envelope<E>) envelope.withRecordedAt(recordedAt));
        try {
            return new Handled<>(recorded, List.copyOf(fold.updates(recorded)));
        } catch (RuntimeException e) {
            return new Broken<>(position, "fold-failed", e.getClass().getSimpleName(),
                    incomplete(fold, envelope.person()));
        }
    }

    private static List<Update<?>> incomplete(Fold<?> fold, @Nullable PersonId person) {
        return person == null ? List.of() : List.copyOf(fold.incomplete(person));
    }

    /** The id of the event, if it is one. */
    static @Nullable EventId id(LogRecord record) {
        return record.decoded() instanceof Decoded decoded ? decoded.envelope().id() : null;
    }
}
