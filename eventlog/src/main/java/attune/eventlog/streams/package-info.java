/** Following the logs live, and resuming without gap or repeat. */
@NullMarked
package attune.eventlog.streams;

import org.jspecify.annotations.NullMarked;
