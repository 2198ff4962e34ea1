/** Tests of the load driver. */
@NullMarked
package attune.bench.load;

import org.jspecify.annotations.NullMarked;
