/** What waits to be delivered, in documents that belong to one partition. */
@NullMarked
package attune.notification.queue;

import org.jspecify.annotations.NullMarked;
