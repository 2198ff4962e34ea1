/** Reading one's own writes: a read waits, briefly, for the position a write was answered with. */
@NullMarked
package attune.http.positions;

import org.jspecify.annotations.NullMarked;
