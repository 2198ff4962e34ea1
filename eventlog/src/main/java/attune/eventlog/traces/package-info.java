/** Carrying the trace of each event through a batch. */
@NullMarked
package attune.eventlog.traces;

import org.jspecify.annotations.NullMarked;
