/** Promises of unsubscribing. */
@NullMarked
package attune.notification.unsubscribe;

import org.jspecify.annotations.NullMarked;
