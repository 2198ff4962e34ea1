@NullMarked
package attune.eventlog.folds;

import org.jspecify.annotations.NullMarked;
