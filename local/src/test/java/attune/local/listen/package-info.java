/** Promises of the command {@code ./attune listen}. */
@NullMarked
package attune.local.listen;

import org.jspecify.annotations.NullMarked;
