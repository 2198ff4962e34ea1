/** Short questionnaires with fixed scoring: what is asked, what was answered, and whether a change is a change. */
@NullMarked
package attune.checkin.measures;

import org.jspecify.annotations.NullMarked;
