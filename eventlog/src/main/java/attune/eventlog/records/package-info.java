/** Events as they stand on a log, and reading a stretch of one. */
@NullMarked
package attune.eventlog.records;

import org.jspecify.annotations.NullMarked;
