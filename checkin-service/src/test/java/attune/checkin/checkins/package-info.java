/** What is read out of a check-in. */
@NullMarked
package attune.checkin.checkins;

import org.jspecify.annotations.NullMarked;
