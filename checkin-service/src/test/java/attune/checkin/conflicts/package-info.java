/** What is read out of conflicts and entries. */
@NullMarked
package attune.checkin.conflicts;

import org.jspecify.annotations.NullMarked;
