/** Tests. */
@NullMarked
package attune.coach.decisions;

import org.jspecify.annotations.NullMarked;
