/** What reading a text costs: benchmarks by JMH, started by {@code ./attune bench listening}. */
@NullMarked
package attune.benchmarks;

import org.jspecify.annotations.NullMarked;
