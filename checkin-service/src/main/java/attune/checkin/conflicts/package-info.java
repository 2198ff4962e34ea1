/** Conflicts and what follows them. */
@NullMarked
package attune.checkin.conflicts;

import org.jspecify.annotations.NullMarked;
