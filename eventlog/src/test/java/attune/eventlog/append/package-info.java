@NullMarked
package attune.eventlog.append;

import org.jspecify.annotations.NullMarked;
