/** What the check-in service promises, shown against a real broker, a real wire server and real tokens. */
@NullMarked
package attune.checkin;

import org.jspecify.annotations.NullMarked;
