/** Promises of webhooks. */
@NullMarked
package attune.notification.channels.webhook;

import org.jspecify.annotations.NullMarked;
