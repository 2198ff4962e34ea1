/** Tests. */
@NullMarked
package attune.coach.cases;

import org.jspecify.annotations.NullMarked;
