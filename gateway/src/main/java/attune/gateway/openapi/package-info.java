/** One API document out of those of the rooms. */
@NullMarked
package attune.gateway.openapi;

import org.jspecify.annotations.NullMarked;
