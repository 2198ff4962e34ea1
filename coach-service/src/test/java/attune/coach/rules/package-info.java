/** Tests. */
@NullMarked
package attune.coach.rules;

import org.jspecify.annotations.NullMarked;
