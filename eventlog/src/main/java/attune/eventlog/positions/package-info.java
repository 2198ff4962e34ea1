/** How far a fold has come, and waiting until it has come far enough. */
@NullMarked
package attune.eventlog.positions;

import org.jspecify.annotations.NullMarked;
