/** What the play counts, and what it does not let pass. */
@NullMarked
package attune.local.play;

import org.jspecify.annotations.NullMarked;
