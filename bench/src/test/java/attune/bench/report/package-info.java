/** Tests of the result files. */
@NullMarked
package attune.bench.report;

import org.jspecify.annotations.NullMarked;
