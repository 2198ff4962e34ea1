/** Promises of the queue. */
@NullMarked
package attune.notification.queue;

import org.jspecify.annotations.NullMarked;
