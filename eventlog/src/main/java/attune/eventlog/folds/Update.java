package attune.eventlog.folds;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import attune.eventlog.documents.DocumentKind;

/**
 * What an event makes of one document.
 *
 * @param id the {@code _id} of the document: {@code person} or {@code person/what}
 * @param change from the state before to the state after, and what was decided on the way; pure
 */
public record Update<S extends Record>(DocumentKind<S> kind, String id, Function<S, Folded<S>> change) {

    public Update {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(change, "change");
    }

    /** An update that decides nothing. */
    public static <S extends Record> Update<S> of(DocumentKind<S> kind, String id, UnaryOperator<S> change) {
        return new Update<>(kind, id, state -> Folded.of(change.apply(state)));
    }

    /** An update that may decide something. */
    public static <S extends Record> Update<S> deciding(DocumentKind<S> kind, String id,
            Function<S, Folded<S>> change) {
        return new Update<>(kind, id, change);
    }
}
