/** Promises of what the service says. */
@NullMarked
package attune.notification.messages;

import org.jspecify.annotations.NullMarked;
