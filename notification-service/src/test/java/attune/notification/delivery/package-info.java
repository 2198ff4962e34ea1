/** Promises of the delivery. */
@NullMarked
package attune.notification.delivery;

import org.jspecify.annotations.NullMarked;
