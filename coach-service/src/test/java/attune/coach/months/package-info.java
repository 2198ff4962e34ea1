/** Tests. */
@NullMarked
package attune.coach.months;

import org.jspecify.annotations.NullMarked;
