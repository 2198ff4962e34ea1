/** Apple's push service: HTTP/2 with a signed provider token. */
@NullMarked
package attune.notification.channels.apns;

import org.jspecify.annotations.NullMarked;
