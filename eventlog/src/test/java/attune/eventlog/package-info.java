/** A small service on the event log, run against a real broker and a real wire server. */
@NullMarked
package attune.eventlog;

import org.jspecify.annotations.NullMarked;
