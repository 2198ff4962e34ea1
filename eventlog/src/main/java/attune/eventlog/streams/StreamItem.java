package attune.eventlog.streams;

import attune.eventlog.records.Recorded;

/** What a live stream gives. */
public sealed interface StreamItem {

    /** How far the stream has come with this item: the id to resume after it. */
    StreamPosition position();

    /** An event of one of the logs that are followed. */
    record Happened(StreamPosition position, Recorded<?> recorded) implements StreamItem {}

    /**
     * The stream cannot go on where the client was: too long ago, from another installation, or the client was too slow.
     * The client is to read everything again; the stream goes on from here.
     */
    record Reset(StreamPosition position) implements StreamItem {}
}
