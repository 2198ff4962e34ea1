/** Appending to the service's own log: bounded waits and typed answers. */
@NullMarked
package attune.eventlog.append;

import org.jspecify.annotations.NullMarked;
