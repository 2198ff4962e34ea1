/**
 * Fair ratios: two contenders take turns on the same machine in the same run; warm-up rounds are dropped, the ratio is
 * taken round by round, and the median of the ratios counts. What makes a run void is decided here too.
 */
@NullMarked
package attune.bench.contest;

import org.jspecify.annotations.NullMarked;
