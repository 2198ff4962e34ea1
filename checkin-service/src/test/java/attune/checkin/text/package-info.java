/** Promises of how texts are read. */
@NullMarked
package attune.checkin.text;

import org.jspecify.annotations.NullMarked;
