/** Tests. */
@NullMarked
package attune.coach.caseload;

import org.jspecify.annotations.NullMarked;
