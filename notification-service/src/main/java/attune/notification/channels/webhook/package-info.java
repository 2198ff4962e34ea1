/** Webhooks: other systems of a coach's practice are told that there is something, signed as Standard Webhooks says. */
@NullMarked
package attune.notification.channels.webhook;

import org.jspecify.annotations.NullMarked;
