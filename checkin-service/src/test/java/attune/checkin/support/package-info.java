/** What people see who may need more than coaching. */
@NullMarked
package attune.checkin.support;

import org.jspecify.annotations.NullMarked;
