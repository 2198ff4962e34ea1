/** What taking in promises, without a log. */
@NullMarked
package attune.checkin.intake;

import org.jspecify.annotations.NullMarked;
