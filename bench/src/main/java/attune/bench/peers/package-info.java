/**
 * What Attune is measured against: the same job with nothing around it. Each main class here is a process of its own
 * that prints {@code ready ...} once it is.
 */
@NullMarked
package attune.bench.peers;

import org.jspecify.annotations.NullMarked;
