/** Folding a log into documents and decisions: the pure part that services write, and the runner around it. */
@NullMarked
package attune.eventlog.folds;

import org.jspecify.annotations.NullMarked;
