/** Tests of the command. */
@NullMarked
package attune.bench;

import org.jspecify.annotations.NullMarked;
