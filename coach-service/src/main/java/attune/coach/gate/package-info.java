/**
 * From proposals to suggestions: the fold of the coaching log that keeps each client's tier, lets pass or holds back what
 * the rules would say, and opens cases. Pure.
 */
@NullMarked
package attune.coach.gate;

import org.jspecify.annotations.NullMarked;
