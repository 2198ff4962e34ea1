/** Events that a fold could not handle: pointers into the log, never copies. */
@NullMarked
package attune.eventlog.deadletters;

import org.jspecify.annotations.NullMarked;
