/**
 * The processes of a run: what is measured never shares one with what measures it. Each is started from here, watched
 * through {@code /proc}, and stopped by its own id.
 */
@NullMarked
package attune.bench.process;

import org.jspecify.annotations.NullMarked;
