/** Whom a coach is to look at first, and why; and who may look at whom. */
@NullMarked
package attune.coach.caseload;

import org.jspecify.annotations.NullMarked;
