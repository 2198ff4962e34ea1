/** How much care a client needs, and what may be said to them meanwhile: pure functions of what stands on the logs. */
@NullMarked
package attune.coach.safety;

import org.jspecify.annotations.NullMarked;
