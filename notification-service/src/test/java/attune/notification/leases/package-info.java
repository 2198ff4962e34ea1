/** Tests of the leases. */
@NullMarked
package attune.notification.leases;

import org.jspecify.annotations.NullMarked;
