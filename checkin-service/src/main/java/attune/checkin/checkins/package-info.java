/** Check-ins: how a person is at one moment. */
@NullMarked
package attune.checkin.checkins;

import org.jspecify.annotations.NullMarked;
