/** Tests of the fair ratio. */
@NullMarked
package attune.bench.contest;

import org.jspecify.annotations.NullMarked;
