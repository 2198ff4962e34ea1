package attune.events;

/** What a record on a log turned out to be. */
public sealed interface DecodedEvent {

    /** An event that this version knows. */
    record Decoded(Envelope<?> envelope) implements DecodedEvent {}

    /** An event of a type that a newer service writes: count it and go on. */
    record Unknown(String type) implements DecodedEvent {}

    /** Not an event: it will never be readable. The reason is fit for a label. */
    record Malformed(Flaw flaw) implements DecodedEvent {}

    /** What is wrong with a record that is no event. */
    enum Flaw {
        /** No key, or one that is no person id. */
        KEY,
        /** The {@code ce_subject} is not the key. */
        SUBJECT,
        /** A CloudEvents attribute is missing or unreadable. */
        ATTRIBUTES,
        /** The type belongs on another log. */
        LOG,
        /** The body is no JSON or lacks what the type requires. */
        BODY
    }
}
