/**
 * The measure: one command that puts Attune beside its peers and its own bare minimum on the same machine in the same
 * run, and prints ratios.
 */
@NullMarked
package attune.bench;

import org.jspecify.annotations.NullMarked;
