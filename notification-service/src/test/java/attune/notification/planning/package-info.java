/** Promises of the plan. */
@NullMarked
package attune.notification.planning;

import org.jspecify.annotations.NullMarked;
