/** From the journal to decisions: the fold that keeps each client's state and asks the rule book. Pure. */
@NullMarked
package attune.coach.decisions;

import org.jspecify.annotations.NullMarked;
