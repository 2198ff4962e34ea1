/** Questionnaires, scored by hand. */
@NullMarked
package attune.checkin.measures;

import org.jspecify.annotations.NullMarked;
