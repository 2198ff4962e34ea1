/** Promises of how texts are understood. */
@NullMarked
package attune.checkin.listening;

import org.jspecify.annotations.NullMarked;
