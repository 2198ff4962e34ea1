/** Promises of the mail. */
@NullMarked
package attune.notification.channels.email;

import org.jspecify.annotations.NullMarked;
