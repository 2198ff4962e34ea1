/** Tests of the load on logs. */
@NullMarked
package attune.bench.log;

import org.jspecify.annotations.NullMarked;
