/** Tests of what is read from the machine. */
@NullMarked
package attune.bench.process;

import org.jspecify.annotations.NullMarked;
