/** What {@code local} promises: fast tests of its parts, and the real process started, killed and stopped. */
@NullMarked
package attune.local;

import org.jspecify.annotations.NullMarked;
