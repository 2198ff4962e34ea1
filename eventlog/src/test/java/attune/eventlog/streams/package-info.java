@NullMarked
package attune.eventlog.streams;

import org.jspecify.annotations.NullMarked;
