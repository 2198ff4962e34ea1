/** From the journal to the coaching log: what each thing told asks for, and what the rules would say to it. Pure. */
@NullMarked
package attune.coach.decisions;

import org.jspecify.annotations.NullMarked;
