/** Promises of the inbox. */
@NullMarked
package attune.notification.inbox;

import org.jspecify.annotations.NullMarked;
